// an argument that the module does not have
play('Site') {
  hosts 'web'
  task('Set up') {
    file path: '/srv', content: 'x'
  }
}
