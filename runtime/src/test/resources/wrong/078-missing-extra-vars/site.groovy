// a file of extra variables that is not there
play('Site') {
  hosts 'web'
  task('Set up') { ping() }
}
