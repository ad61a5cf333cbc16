// a batch of no hosts
play('Site') {
  hosts 'web'
  serial 0
  task('Set up') { ping() }
}
