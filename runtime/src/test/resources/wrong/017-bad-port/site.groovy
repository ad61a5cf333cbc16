// a number that is out of range
play('Site') {
  hosts 'web'
  task('Set up') {
    waitFor port: 99999
  }
}
