// a file mode without its 0
play('Site') {
  hosts 'web'
  task('Set up') {
    file path: '/srv', state: 'directory', mode: 755
  }
}
