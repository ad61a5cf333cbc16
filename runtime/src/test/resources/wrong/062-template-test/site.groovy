// a test that does not exist
play('Site') {
  hosts 'web'
  task('Set up') {
    template src: 'site.conf.j2', dest: '/etc/site.conf'
  }
}
