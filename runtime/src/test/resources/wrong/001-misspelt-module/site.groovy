// a module that does not exist
play('Site') {
  hosts 'web'
  task('Set up') {
    atp name: 'nginx'
  }
}
