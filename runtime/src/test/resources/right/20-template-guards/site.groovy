// what may be missing
play('Site') {
  hosts 'web'
  task('T') { template src: 't.j2', dest: '/t' }
}
