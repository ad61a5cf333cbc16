// text without quotes
play('Site') {
  hosts 'web'
  task('Set up') {
    apt name: nginx
  }
}
