// a word of plays is misspelt
play('Site') {
  hosts 'web'
  gatherFact false
  task('Set up') { ping() }
}
