// a variable is misspelt behind vars
play('Site') {
  hosts 'web'
  vars port: 8080
  task('Set up') { debug msg: vars.prot }
}
