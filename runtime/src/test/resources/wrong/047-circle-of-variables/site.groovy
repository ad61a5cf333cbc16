// variables that need one another
play('Site') {
  hosts 'web'
  task('Set up') { debug msg: url }
}
