// a word where a number is wanted
play('Site') {
  hosts 'web'
  task('Set up') {
    waitFor port: 'http'
  }
}
