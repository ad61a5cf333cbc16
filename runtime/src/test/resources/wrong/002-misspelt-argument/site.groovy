// an argument is misspelt
play('Site') {
  hosts 'web'
  task('Set up') {
    apt nmae: 'nginx'
  }
}
