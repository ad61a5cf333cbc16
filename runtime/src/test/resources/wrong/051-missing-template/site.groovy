// a template that is not there
play('Site') {
  hosts 'web'
  task('Set up') {
    template src: 'sites.conf.j2', dest: '/etc/site.conf'
  }
}
