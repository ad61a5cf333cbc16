// neither of two arguments is given
play('Site') {
  hosts 'web'
  task('Set up') {
    copy dest: '/etc/motd'
  }
}
