// variables in a vault without its password
play('Site') {
  hosts 'web'
  task('Set up') {
    debug msg: token
  }
}
