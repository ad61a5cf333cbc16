// a limit to a host that does not exist
play('Site') {
  hosts 'web'
  task('Set up') { ping() }
}
