// a task that is to run detached
play('Site') {
  hosts 'web'
  task('Set up', async: 300) {
    command 'sleep 100'
  }
}
