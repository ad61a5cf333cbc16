// an order that does not exist
play('Site') {
  hosts 'web'
  order 'srted'
  task('Set up') { ping() }
}
