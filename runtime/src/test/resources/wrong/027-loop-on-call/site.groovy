// a loop on a call
play('Site') {
  hosts 'web'
  task('Set up') {
    command 'true', loop: [1, 2]
  }
}
