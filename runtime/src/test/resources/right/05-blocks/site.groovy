// blocks, attempts, loops, conditions
play('Blocks') {
  hosts 'web'
  become user: 'root', method: 'sudo'
  serial 1, '50%'
  order 'sorted'
  maxFailPercentage 30
  moduleDefaults copy: [mode: 0644, owner: 'root'], apt: [updateCache: true]
  environment LANG: 'C'
  preTasks { task('Before') { ping() } }
  postTasks { task('After', tags: ['always']) { ping() } }
  block(tags: 'config', when: { facts.os.family == 'Debian' }) {
    task('One', loop: [1, 2]) { debug msg: "$item $index" }
    task('Map', loop: [a: 1]) { debug msg: "$item.key $item.value" }
    task('Computed', loop: { groups }) { debug msg: item }
  }
  barrier()
  flushHandlers()
  task('Attempt', tags: 'slow,careful') {
    attempt {
      copy src: 'perhaps.txt', dest: '/x'
      command '/opt/migrate'
    } rescue { e ->
      debug msg: "$e.message on $e.host ${e?.rc}"
    } always {
      command '/opt/unlock'
    }
    attempt { ping() }
    rescue { println 'gone' }
    block('Join', retries: 5, delay: 10.s, timeout: 5.min) { command 'join' }
    def token = once { command 'token', readOnly: true }
    command "use ${token.stdout}", throttle: 1, noLog: true
    on('db1') { command 'true' }
    command 'true', delegateTo: 'localhost', runOnce: true, env: [A: '1'], notify: ['one', 'many']
    copy src: 'not-there.txt', dest: '/y', ignoreErrors: true
    try { Integer.parseInt('x') } catch (NumberFormatException e) { println "no number: $e.message" }
    if (host == 'web9') endHost 'enough'
    waitFor 80, timeout: '5s', options: [timeout: 60.s]
    skip 'done'
  }
  handler('one') { service name: 'a', state: 'restarted' }
  handler('two', listen: ['many', 'all']) { service name: 'b', state: 'restarted' }
}
