// try around a call
play('Site') {
  hosts 'web'
  task('Set up') {
    try {
      command 'nginx -t'
    } catch (Exception e) {
      debug msg: 'broken'
    }
  }
}
