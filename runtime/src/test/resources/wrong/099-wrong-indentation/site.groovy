// a line is indented wrongly, a bracket is missing
play('Site') {
  hosts 'web'
  task('Set up') {
    file(path: '/srv', state: 'directory'
    ping()
  }
}
