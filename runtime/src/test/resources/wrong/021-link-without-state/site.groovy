// an argument that goes with another state only
play('Site') {
  hosts 'web'
  task('Set up') {
    file path: '/srv', src: '/data', state: 'directory'
  }
}
