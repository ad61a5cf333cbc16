// a template reads a variable that nobody has
play('Site') {
  hosts 'web'
  task('Set up') {
    template src: 'site.conf.j2', dest: '/etc/site.conf'
  }
}
