// a host that does not exist is turned to
play('Site') {
  hosts 'web'
  task('Set up') {
    command 'true', delegateTo: 'db9'
    on('db2') { command 'true' }
  }
}
