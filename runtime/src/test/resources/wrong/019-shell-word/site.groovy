// a word of the shell as a command
play('Site') {
  hosts 'web'
  task('Set up') {
    command 'cd /srv'
  }
}
