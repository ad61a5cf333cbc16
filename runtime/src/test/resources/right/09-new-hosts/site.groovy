// hosts that the run adds
play('Make') {
  hosts 'localhost'
  task('Add') { addHost 'new1', groups: ['fresh'], size: 3 }
}
play('Use') {
  hosts 'fresh'
  task('T') { debug msg: size; command 'true', delegateTo: 'new1' }
}
