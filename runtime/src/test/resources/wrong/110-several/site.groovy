// several mistakes in several files, told at once
play('Site') {
  hosts 'wbe'
  task('Set up') {
    apt nmae: 'nginx'
    template src: 'site.conf.j2', dest: '/etc/site.conf', mode: 644, notify: 'reload'
    debug msg: prot
  }
}
