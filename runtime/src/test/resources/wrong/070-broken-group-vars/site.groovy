// variables of a group that are no YAML
play('Site') {
  hosts 'web'
  task('Set up') {
    debug msg: port
  }
}
