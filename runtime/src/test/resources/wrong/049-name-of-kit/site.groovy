// a variable with a name that kit sets
play('Site') {
  hosts 'web'
  vars inventory_hostname: 'web'
  task('Set up') { ping() }
}
