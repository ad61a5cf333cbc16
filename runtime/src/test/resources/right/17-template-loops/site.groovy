// loops, conditions, set, namespace
play('Site') {
  hosts 'web'
  task('T') { template src: 't.j2', dest: '/t' }
}
