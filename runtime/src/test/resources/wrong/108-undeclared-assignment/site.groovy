// a body assigns what is not declared
play('Site') {
  hosts 'web'
  task('Set up') {
    total = 5
    debug msg: total
  }
}
