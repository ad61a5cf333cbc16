// two arguments that exclude each other
play('Site') {
  hosts 'web'
  task('Set up') {
    copy src: 'motd', content: 'hello', dest: '/etc/motd'
  }
}
