// arguments from maps
def common = [state: 'latest', updateCache: true]
play('Spread') {
  hosts 'web'
  vars options: [mode: '0600']
  task('T') {
    apt name: 'nginx', *: common
    apt(common + [name: 'curl'])
    copy(dest: '/x', content: 'y', *: options)
    def wanted = [name: 'x', state: 'started']
    service wanted
    ['a', 'b'].each { service name: it, state: 'started' }
    [[name: 'c', state: 'stopped']].each { service it }
  }
}
