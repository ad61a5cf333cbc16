// a brace is not closed
play('Site') {
  hosts 'web'
  task('Set up') {
    ping()
}
