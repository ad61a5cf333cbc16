// text where an option is true or false
play('Site') {
  hosts 'web'
  become 'root', 'now'
  task('Set up') { ping() }
}
