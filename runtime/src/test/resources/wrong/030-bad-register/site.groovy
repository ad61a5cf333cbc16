// a result whose name cannot be one
play('Site') {
  hosts 'web'
  task('Set up') {
    command 'true', register: 'my result'
  }
}
