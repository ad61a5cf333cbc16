// a default for an argument that does not exist
play('Site') {
  hosts 'web'
  moduleDefaults apt: [updateCach: true]
  task('Set up') { apt name: 'nginx' }
}
