// a value in YAML with a mistake in its template
play('Site') {
  hosts 'web'
  task('Set up') { debug msg: url }
}
