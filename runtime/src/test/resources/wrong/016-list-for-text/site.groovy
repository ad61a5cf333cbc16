// a list where one text is wanted
play('Site') {
  hosts 'web'
  task('Set up') {
    user name: ['ann', 'bob']
  }
}
