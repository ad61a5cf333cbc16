// a script that is not there
play('Site') {
  hosts 'web'
  task('Set up') {
    script 'setup.sh --all'
  }
}
