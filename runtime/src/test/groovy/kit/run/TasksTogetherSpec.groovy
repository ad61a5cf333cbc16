package kit.run

/** Whole tasks that are attempted, repeated, included and delegated. */
class TasksTogetherSpec extends HostSpec {

  def cleanup() {
    ['d1', 'd2'].each { hosts.on(it, 'rm -rf /tmp/together*') }
  }

  def "tasks are attempted together: a host that fails goes on with the rescue, the others without"() {
    when:
    def ran = site.run("""
      play('P') {
        hosts 'd1,d2'
        attempt {
          task('One') { command 'true' }
          task('Two') { shell(host == 'd1' ? 'echo oops >&2; exit 7' : 'true') }
          task('Three') { command 'touch /tmp/together-three' }
        }
        rescue {
          task('Rescue') { println "\$host: \$failure.task, \$failure.rc, \$failure.stderr" }
        }
        always {
          task('Always') { println "\$host: always" }
        }
        task('After') { println "\$host: after" }
      }""", '-o', 'json')

    then:
    ran.code == 0
    printed(ran, 'd1') == ['d1: Two, 7, oops', 'd1: always', 'd1: after']
    printed(ran, 'd2') == ['d2: always', 'd2: after']
    hosts.on('d1', 'ls /tmp/together-three 2>&1 || :').contains('No such file')
    hosts.on('d2', 'ls /tmp/together-three') == '/tmp/together-three'
  }

  def "a host that cannot be reached is rescued, and may be done without"() {
    given:
    site.hosts(hosts.line('d1'), "gone ansible_host=127.0.0.1 ansible_port=1")

    when:
    def ran = site.run("""
      play('P') {
        hosts 'all'
        attempt { task('Reach') { ping() } }
        rescue { task('Rescue') { println "\$host: \$failure.unreachable"; endHost 'it is gone' } }
        task('After') { command 'true' }
      }""", '-o', 'json')

    then:
    ran.code == 0
    printed(ran, 'gone') == ['gone: true']
    printed(ran, 'd1') == []
    ran.summary.hosts.gone.with { [unreachable, ignored, failed] } == [false, 1, 0]
    ran.calls.findAll { it.task == 'After' }*.host == ['d1']
  }

  def "tasks loop and repeat together"() {
    when:
    def ran = site.run("""
      play('P') {
        hosts 'd1'
        block(loop: ['a', 'b'], retries: 3, delay: 0.s) {
          task('Count') { shell "echo x >>/tmp/together-\$item" }
          task('Judge') { shell "test \\\$(wc -l </tmp/together-\$item) -ge 2 && cat /tmp/together-\$item", readOnly: true }
        }
      }""", '-o', 'json')

    then:
    ran.code == 0
    ran.calls.collect { "$it.task $it.status".toString() } ==
      ['Count changed', 'Judge ignored', 'Count changed', 'Judge ok'] * 2
    hosts.on('d1', 'cat /tmp/together-a /tmp/together-b') == 'x\n' * 3 + 'x'
  }

  def "an included file brings its handlers: #how"() {
    given:
    site.write('tasks/conf.groovy', '''
      task('Conf') { copy dest: '/tmp/together-conf', content: 'new', notify: 'topic' }
      handler('restart', listen: 'topic') { shell 'echo run >>/tmp/together-log' }
    ''')
    def play = "play('P') { hosts 'd1'; $how; task('Last') { command 'touch /tmp/together-last' } }".toString()

    when:
    def first = site.run(play, '-o', 'json')
    def second = site.run(play, '-o', 'json')

    then:
    first.code == 0
    first.calls*.task.last() == 'restart'
    first.calls.last().handler
    second.code == 0
    hosts.on('d1', 'cat /tmp/together-log') == 'run'

    where:
    how << ["include { 'tasks/conf.groovy' }", "task('T') { include 'tasks/conf.groovy'; include \"tasks/\${'conf'}.groovy\" }"]
  }

  def "a task may be carried out on a host that each host names for itself"() {
    when:
    def ran = site.run("""
      play('P') {
        hosts 'd1,d2'
        vars other: [d1: 'd2', d2: 'd1']
        task('Swap', delegateTo: { other[host] }) { command "touch /tmp/together-of-\$host" }
        task('Loop', loop: ['d1'], delegateTo: { item }) { command "touch /tmp/together-loop-\$host" }
        task('Call') { command "touch /tmp/together-call-\$host", delegateTo: { other[host] } }
      }""")

    then:
    ran.code == 0
    hosts.on('d1', 'cd /tmp; ls together*').readLines() == ['together-call-d2', 'together-loop-d1', 'together-loop-d2', 'together-of-d2']
    hosts.on('d2', 'cd /tmp; ls together*').readLines() == ['together-call-d1', 'together-of-d1']

    when:
    def wrong = site.run("play('P') { hosts 'd1'\ntask('T', delegateTo: { 'd9' }) { ping() } }")

    then:
    wrong.code == 2
    wrong.out.contains("d9")
    wrong.out =~ /site.groovy:2:1/
  }

  private static List<String> printed(Ran ran, String host) {
    ran.events.findAll { it.event == 'printed' && it.host == host }*.text
  }
}
