// variables of a group that are a list
play('Site') {
  hosts 'web'
  task('Set up') {
    debug msg: port
  }
}
