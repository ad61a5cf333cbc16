// Ansible's way to write tasks
play('Site') {
  hosts 'web'
  tasks {
    task('Set up') { ping() }
  }
}
