// a variable is misspelt
play('Site') {
  hosts 'web'
  vars port: 8080
  task('Set up') {
    debug msg: "listen on $prot"
  }
}
