// a keyword of Groovy as a module: assert
play('Site') {
  hosts 'web'
  vars port: 80
  task('Set up') {
    assert port > 1024
  }
}
