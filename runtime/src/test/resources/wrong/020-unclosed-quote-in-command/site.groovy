// a quote in a command that is not closed
play('Site') {
  hosts 'web'
  task('Set up') {
    command 'echo "hello'
  }
}
