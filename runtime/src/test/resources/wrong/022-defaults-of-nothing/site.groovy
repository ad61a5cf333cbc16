// defaults for a module that does not exist
play('Site') {
  hosts 'web'
  moduleDefaults atp: [updateCache: true]
  task('Set up') { apt name: 'nginx' }
}
