// variables of groups without hosts and of other hosts
play('Others') {
  hosts 'web'
  task('T') {
    if ('empty' in groups) debug msg: only_empty
    if ('db' in groups) debug msg: db_port
    template src: 't.j2', dest: '/t'
  }
}
