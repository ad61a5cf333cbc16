// a task without a name
play('Site') {
  hosts 'web'
  task { ping() }
}
