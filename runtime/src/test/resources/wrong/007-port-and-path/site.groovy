// two arguments that exclude each other, of waitFor
play('Site') {
  hosts 'web'
  task('Set up') {
    waitFor port: 80, path: '/run/web.pid'
  }
}
