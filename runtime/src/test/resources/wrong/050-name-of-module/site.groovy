// a variable with the name of a module
play('Site') {
  hosts 'web'
  task('Set up') {
    def file = '/etc/motd'
    copy content: 'x', dest: file
  }
}
