// a play without hosts
play('Site') {
  task('Set up') { ping() }
}
