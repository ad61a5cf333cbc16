// a tag that nothing has
play('Site') {
  hosts 'web'
  task('Set up', tags: 'config') { ping() }
}
