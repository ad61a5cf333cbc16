// a file mode that is none
play('Site') {
  hosts 'web'
  task('Set up') {
    file path: '/srv', state: 'directory', mode: 'u+q'
  }
}
