// a quote is not closed
play('Site') {
  hosts 'web'
  task('Set up') {
    debug msg: 'hello
    ping()
  }
}
