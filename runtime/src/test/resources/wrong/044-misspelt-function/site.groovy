// a function of the playbook is misspelt
def greeting(name) { "hello $name" }

play('Site') {
  hosts 'web'
  task('Set up') {
    debug msg: greting('ann')
  }
}
