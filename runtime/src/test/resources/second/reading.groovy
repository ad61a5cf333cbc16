// What only looks changes nothing, also where a first look finds nothing.
play('Looks') {
  hosts 'all'

  task('Files') {
    def found = find paths: '/etc', patterns: ['host*', 'passw?'], fileType: 'file'
    ensure found.files*.path.containsAll(['/etc/hosts', '/etc/passwd']), 'find'
    def big = find paths: ['/etc', '/nowhere'], recurse: true, size: '1t'
    ensure big.matched == 0 && big.examined > 5, 'find by size'
    def text = find paths: '/etc', contains: 'root:.*:0:', patterns: 'passwd'
    ensure text.matched == 1, 'find by content'
    def hosts = slurp '/etc/hosts'
    ensure hosts.text.contains('localhost') && new String(hosts.content.decodeBase64()) == hosts.text, 'slurp'
    def seen = stat '/etc/hosts'
    ensure seen.stat.exists && seen.stat.size == hosts.text.length(), 'stat'
    fetch src: '/etc/hosts', dest: 'kept', failOnMissing: false
    def missing = fetch src: '/etc/kit-none', dest: 'kept', failOnMissing: false
    ensure !missing.changed, 'fetch of nothing'
  }
  task('Waits') {
    def there = waitFor path: '/etc/hosts', searchRegex: 'local.ost', timeout: 5
    ensure there.elapsed == 0, 'waitFor a file'
    waitFor path: '/etc/kit-none', state: 'absent', timeout: 5
    waitFor port: 9, state: 'stopped', timeout: 5
    waitFor port: 22, host: '127.0.0.1', timeout: 5
    def late = waitFor path: '/etc/kit-none', timeout: 1, sleep: 1, msg: 'it never came', ignoreErrors: true
    ensure late.failed && late.stderr.contains('it never came'), 'waitFor in vain'
    waitForConnection timeout: 10
    pause seconds: 1
    ping()
    def told = setup filter: '*kernel*'
    ensure !told.changed, 'setup'
  }
  task('Jobs') {
    def job = shell 'sleep 1; echo done; echo odd >&2', async: 30.s, poll: 0
    def over = asyncStatus jid: job.jid, until: { it.finished }, retries: 20, delay: 1.s
    ensure over.rc == 0 && over.stdout == 'done' && over.stderr == 'odd', 'asyncStatus'
    asyncStatus jid: job.jid, mode: 'cleanup'
    def gone = asyncStatus jid: job.jid, ignoreErrors: true
    ensure gone.failed, 'asyncStatus after cleanup'
  }
  task('Words') {
    ensure that: [facts.kernel != '', true], successMsg: 'all well'
    def wrong = ensure that: [true, 1 > 2], failMsg: 'one is not more', ignoreErrors: true
    ensure wrong.failed && wrong.msg == 'one is not more' && wrong.failing == 2, 'ensure'
    attempt { fail 'on purpose' } rescue { debug 'rescued' }
    setFact second: 'x'
    raw 'true', changedWhen: false
    def place = tempfile suffix: '.kit', changedWhen: false
    ensure place.path.endsWith('.kit'), 'tempfile'
    file path: place.path, state: 'absent', changedWhen: false
  }
}
