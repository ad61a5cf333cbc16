// a result as a condition
play('Site') {
  hosts 'web'
  task('Set up') {
    def test = command 'nginx -t', readOnly: true
    if (test) debug msg: 'fine'
  }
}
