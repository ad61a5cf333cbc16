// a condition as text
play('Site') {
  hosts 'web'
  task('Set up') {
    command 'true', when: "port == 80"
  }
}
