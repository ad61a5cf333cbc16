// a result that nobody kept
play('Site') {
  hosts 'web'
  task('Set up') {
    command 'nginx -t', readOnly: true
    if (result.rc != 0) fail 'broken'
  }
}
