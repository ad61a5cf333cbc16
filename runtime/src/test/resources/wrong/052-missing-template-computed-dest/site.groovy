// a template that is not there, with a computed dest
play('Site') {
  hosts 'web'
  vars name: 'x'
  task('Set up') {
    template src: 'sites.conf.j2', dest: "/etc/${name}.conf"
  }
}
