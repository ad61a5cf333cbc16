// a class in a playbook
class Site { String name }

play('Site') {
  hosts 'web'
  task('Set up') {
    ping()
  }
}
