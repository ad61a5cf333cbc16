// a body adds to a list of the playbook
def seen = []

play('Site') {
  hosts 'web'
  task('Set up') {
    seen << host
  }
}
