// a task within a task
play('Site') {
  hosts 'web'
  task('Set up') {
    task('Inner') { ping() }
  }
}
