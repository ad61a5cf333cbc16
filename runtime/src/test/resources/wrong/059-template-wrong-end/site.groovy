// a block of a template is closed as another
play('Site') {
  hosts 'web'
  task('Set up') {
    template src: 'site.conf.j2', dest: '/etc/site.conf'
  }
}
