// a rescue without an attempt
play('Site') {
  hosts 'web'
  task('Set up') {
    rescue { ping() }
  }
}
