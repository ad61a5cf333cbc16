// a fact that does not exist
play('Site') {
  hosts 'web'
  task('Set up') {
    if (facts.os.famly == 'Debian') ping()
  }
}
