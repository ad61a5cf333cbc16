// a comma between arguments is missing
play('Site') {
  hosts 'web'
  task('Set up') {
    apt name: 'nginx' state: 'present'
  }
}
