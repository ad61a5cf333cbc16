// an argument that is needed is missing
play('Site') {
  hosts 'web'
  task('Set up') {
    copy content: 'hello'
  }
}
