// a percentage of more than all
play('Site') {
  hosts 'web'
  maxFailPercentage 130
  task('Set up') { ping() }
}
