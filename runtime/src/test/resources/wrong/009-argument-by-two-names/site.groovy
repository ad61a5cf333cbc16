// one argument under two names
play('Site') {
  hosts 'web'
  task('Set up') {
    apt name: 'nginx', pkg: 'curl'
  }
}
