// a word where true or false is wanted
play('Site') {
  hosts 'web'
  task('Set up') {
    apt name: 'nginx', updateCache: 'ja'
  }
}
