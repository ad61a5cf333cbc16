// a template includes one that is not there
play('Site') {
  hosts 'web'
  task('Set up') {
    template src: 'site.conf.j2', dest: '/etc/site.conf'
  }
}
