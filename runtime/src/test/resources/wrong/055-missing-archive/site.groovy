// an archive that is not there
play('Site') {
  hosts 'web'
  task('Set up') {
    unarchive src: 'app.tgz', dest: '/srv'
  }
}
