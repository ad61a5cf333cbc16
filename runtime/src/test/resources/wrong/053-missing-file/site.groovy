// a file that is not there
play('Site') {
  hosts 'web'
  task('Set up') {
    copy src: 'motd', dest: '/etc/motd'
  }
}
