// a host name that is none
play('Site') {
  hosts 'web'
  task('Set up') {
    hostname name: 'web_1!'
  }
}
