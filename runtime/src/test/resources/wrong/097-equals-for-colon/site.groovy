// = instead of : between name and value
play('Site') {
  hosts 'web'
  task('Set up') {
    apt name = 'nginx'
  }
}
