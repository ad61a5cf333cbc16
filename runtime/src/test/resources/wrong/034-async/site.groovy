// an option of Ansible that kit does not have
play('Site') {
  hosts 'web'
  task('Set up') {
    command 'sleep 100', async: 300
  }
}
