// a value that is none of the choices
play('Site') {
  hosts 'web'
  task('Set up') {
    apt name: 'nginx', state: 'instaled'
  }
}
