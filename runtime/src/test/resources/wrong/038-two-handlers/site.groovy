// two handlers have one name
play('Site') {
  hosts 'web'
  task('Set up') { ping notify: 'reload nginx' }
  handler('reload nginx') { service name: 'nginx', state: 'reloaded' }
  handler('reload nginx') { service name: 'nginx', state: 'reloaded' }
}
