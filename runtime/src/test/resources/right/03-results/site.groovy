// results, registered and kept
play('Results') {
  hosts 'web'
  task('T') {
    def test = command 'nginx -t', readOnly: true, failedWhen: false
    if (test.rc != 0 || test.stdout.contains('x')) debug msg: "it said ${test.stdout} and $test.stderr"
    if (!test.changed) debug msg: 'fine'
    command 'date', register: 'today', readOnly: true
    debug msg: "today is ${today.stdout}"
    def last
    ['a', 'b'].each { last = command "echo $it", readOnly: true }
    if (last) debug msg: 'there was one'
    def r = command 'true', readOnly: true
    r = r.stdout
    if (r) debug msg: "text $r"
    def found = stat '/etc/motd'
    if (found.stat.exists) slurp '/etc/motd'
    def all = ['x', 'y'].collect { name -> command "echo $name", readOnly: true }
    if (all.any { it.rc != 0 }) fail 'one of them'
    setFact greeting: "hello ${test.rc}", other: [1, 2]
    debug msg: greeting + other
  }
  task('Later') { debug msg: "$today.stdout $greeting" }
}
play('Others') {
  hosts 'db'
  task('T') { debug msg: hostvars['web1'].greeting + host('web2').vars.today.stdout }
}
