// a group that does not exist
play('Site') {
  hosts 'wbe'
  task('Set up') { ping() }
}
