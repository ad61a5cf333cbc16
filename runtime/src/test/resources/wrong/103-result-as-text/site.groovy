// a result as text
play('Site') {
  hosts 'web'
  task('Set up') {
    def test = command 'nginx -t', readOnly: true
    debug msg: "it said $test"
  }
}
