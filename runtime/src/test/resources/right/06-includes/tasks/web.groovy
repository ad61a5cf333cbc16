def line(name) { "# $name" }

task('Web') {
  copy dest: '/x', content: line(channel) + flavour, notify: 'reload'
}
handler('reload') { service name: 'x', state: 'reloaded' }
