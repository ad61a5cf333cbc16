// macros, call, caller, varargs
play('Site') {
  hosts 'web'
  task('T') { template src: 't.j2', dest: '/t' }
}
