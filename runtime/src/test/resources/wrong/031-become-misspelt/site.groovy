// a part of become is misspelt
play('Site') {
  hosts 'web'
  task('Set up') {
    command 'true', become: [usr: 'postgres']
  }
}
