// a task without a block
play('Site') {
  hosts 'web'
  task 'Set up'
}
