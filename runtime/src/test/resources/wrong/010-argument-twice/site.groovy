// one argument twice
play('Site') {
  hosts 'web'
  task('Set up') {
    apt name: 'nginx', name: 'curl'
  }
}
