// a body counts in a variable of the playbook
def count = 0

play('Site') {
  hosts 'web'
  task('Set up') {
    count++
  }
}
