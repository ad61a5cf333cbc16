// an option of a call is misspelt
play('Site') {
  hosts 'web'
  task('Set up') {
    command 'true', ignoreError: true
  }
}
