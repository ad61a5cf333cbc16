// an expression of a template is not closed
play('Site') {
  hosts 'web'
  task('Set up') {
    template src: 'site.conf.j2', dest: '/etc/site.conf'
  }
}
