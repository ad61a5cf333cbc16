// a result in a condition with !
play('Site') {
  hosts 'web'
  task('Set up') {
    def test = command 'nginx -t', readOnly: true
    if (!test || facts.os.family == 'Debian') debug msg: 'broken'
  }
}
