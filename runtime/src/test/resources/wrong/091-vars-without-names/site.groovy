// variables without names
play('Site') {
  hosts 'web'
  vars 'port', 80
  task('Set up') { ping() }
}
