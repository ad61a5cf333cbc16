// a module outside of a task
play('Site') {
  hosts 'web'
  ping()
}
