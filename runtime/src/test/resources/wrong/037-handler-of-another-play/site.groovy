// a handler of another play is notified
play('Site') {
  hosts 'web'
  task('Set up') { ping notify: 'restart db' }
}

play('Databases') {
  hosts 'db'
  handler('restart db') { service name: 'db', state: 'restarted' }
}
