// an environment that is no map
play('Site') {
  hosts 'web'
  task('Set up') {
    command 'true', env: 'LANG=C'
  }
}
