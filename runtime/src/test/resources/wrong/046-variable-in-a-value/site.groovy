// a value in YAML reads a variable that nobody has
play('Site') {
  hosts 'web'
  task('Set up') { debug msg: url }
}
