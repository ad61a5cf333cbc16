// a word of Ansible that kit does not have
play('Site') {
  hosts 'web'
  strategy 'free'
  task('Set up') { ping() }
}
