// a handler is misspelt where it is notified
play('Site') {
  hosts 'web'
  task('Set up') {
    copy content: 'x', dest: '/etc/x', notify: 'reload ngnix'
  }
  handler('reload nginx') { service name: 'nginx', state: 'reloaded' }
}
