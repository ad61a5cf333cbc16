// files that the run itself makes
play('Build') {
  hosts 'web'
  task('Build', runOnce: true) {
    local { command 'make app.tgz' }
  }
  task('Unpack') {
    unarchive src: 'build/app.tgz', dest: '/srv'
    copy src: 'build/app.conf', dest: '/etc/app.conf'
  }
}
