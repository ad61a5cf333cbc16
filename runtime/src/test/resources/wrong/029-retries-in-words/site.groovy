// a number of tries in words
play('Site') {
  hosts 'web'
  task('Set up') {
    command 'true', retries: 'three'
  }
}
