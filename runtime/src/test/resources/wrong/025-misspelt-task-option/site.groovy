// an option of a task is misspelt
play('Site') {
  hosts 'web'
  task('Set up', tag: 'base') {
    command 'true'
  }
}
