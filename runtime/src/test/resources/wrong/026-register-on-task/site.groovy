// an option where it means nothing
play('Site') {
  hosts 'web'
  task('Set up', register: 'done') {
    command 'true'
  }
}
