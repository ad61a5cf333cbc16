// text where true or false is wanted in a play
play('Site') {
  hosts 'web'
  gatherFacts 'no'
  task('Set up') { ping() }
}
