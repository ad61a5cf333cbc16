// two values where a list is wanted
play('Site') {
  hosts 'web'
  task('Set up') {
    apt 'nginx', 'curl'
  }
}
