// a file of variables that is not there
play('Site') {
  hosts 'web'
  varsFiles 'vars/common.yml'
  task('Set up') { ping() }
}
