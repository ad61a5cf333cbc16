package kit.run

/** kit sh on real hosts, one of them with nothing but busybox. */
class ShellOnHostSpec extends HostSpec {

  static final MARK = 'sleep 7771'

  def "a command runs on all hosts, and each line names its host"() {
    when:
    def ran = sh('all', 'echo out; echo err >&2; hostname')

    then:
    ran.code == 0
    ran.out.readLines().toSorted() == ['d1', 'd2', 'd3', 'm1'].collectMany { ["$it | $it" as String, "$it | out" as String] }.toSorted()
    ran.err.readLines().findAll { !it.endsWith('| Terminated') }.toSorted() == ['d1 | err', 'd2 | err', 'd3 | err', 'm1 | err']
  }

  def "who runs it is #who with #options"() {
    expect:
    sh(host, 'id -un', *options).out == "$host | $who\n"

    where:
    host | options                      || who
    'd1' | []                           || 'deploy'
    'd1' | ['-b']                       || 'root'
    'd1' | ['--become-user', 'nobody']  || 'nobody'
    'd2' | ['-u', 'plain', '-e', 'ansible_user=plain'] || 'plain'
    'm1' | ['-b']                       || 'root'
  }

  def "a host that fails and one that is not there: #code"() {
    given:
    site.hosts(hosts.line('d1'), hosts.line('d2', ansible_port: 1))

    when:
    def ran = sh('all', script)

    then:
    ran.code == code
    ran.err.contains('d2: ')
    ran.err.readLines().last() == recap

    where:
    script   || code | recap
    'true'   || 4    | '2 hosts: 1 ok, 1 unreachable'
    'exit 7' || 2    | '2 hosts: 0 ok, 1 failed, 1 unreachable'
  }

  def "a line comes when it is written, also before a command that stays silent"() {
    given:
    def running = start('d1,m1', "echo begun; $MARK")

    expect:
    eventually(20) { assert running.out.text.readLines().toSorted() == ['d1 | begun', 'm1 | begun'] }
    running.process.alive

    when:
    long began = System.nanoTime()
    running.signal('INT')
    def ran = running.await(20)

    then: 'Ctrl-C ends what runs there, and it is told what was stopped'
    ran.code == 130
    System.nanoTime() - began < 5_000_000_000L
    ran.err.readLines().findAll { !it.endsWith('| Terminated') }.toSorted() == ['2 hosts: 0 ok, 2 stopped', 'd1: stopped', 'kit: stopping; Ctrl-C again ends at once', 'm1: stopped']
    ['d1', 'm1'].every { !sleeping(it) }
  }

  def "in JSON nothing else is on standard output, interrupted or not"() {
    given:
    site.hosts(hosts.line('d1'), hosts.line('d3', ansible_port: 1))

    expect:
    with(sh('all', 'echo "a\\"b"; printf "\\033[1mx"', '-o', 'json')) {
      code == 4
      events.findAll { it.event == 'line' }*.text == ['a"b', '\u001b[1mx']
      events*.event.toSorted() == ['ended', 'line', 'line', 'summary', 'unreachable']
      summary.exit == 4
    }

    when:
    def running = start('d1', "$MARK", '-o', 'json')
    eventually(20) { assert sleeping('d1') }
    running.signal('TERM')
    def ran = running.await(20)

    then:
    ran.code == 143
    (ran.events*.event - 'line') == ['interrupted', 'summary']
    ran.summary.exit == 130
  }

  def "what takes longer than --max-time is ended with all that it started"() {
    when:
    def ran = sh('d1,m1', "($MARK &) ; $MARK", '-m', '1s')

    then:
    ran.code == 2
    ran.err.contains('d1: took too long and was ended')
    ran.err.contains('m1: took too long and was ended')
    ran.seconds < 9
    ['d1', 'm1'].every { !sleeping(it) }
  }

  def "much output comes whole and in order"() {
    when:
    def ran = sh('d1,m1', 'i=0; while [ $i -lt 20000 ]; do echo "line $i"; i=$((i+1)); done')

    then:
    ['d1', 'm1'].every { host ->
      ran.out.readLines().findAll { it.startsWith("$host | ") } == (0..<20000).collect { "$host | line $it" as String }
    }
  }

  def "a secret of the inventory is shown nowhere"() {
    given:
    site.hosts(hosts.line('d1', 'secretive', ansible_become_password: 'become-me'))

    expect:
    sh('d1', 'id -un; echo become-me; echo become-me >&2', '-b').text.readLines().toSorted() == ['d1 | ******', 'd1 | ******', 'd1 | root']
    !sh('d1', 'echo become-me', '-o', 'json').text.contains('become-me')
  }

  def "many hosts take turns"() {
    given:
    site.hosts(*(1..6).collect { hosts.line('d1').replaceFirst('d1', "h$it") })

    expect:
    sh('all', 'echo hi', '-f', '2').out.readLines().toSorted() == (1..6).collect { "h$it | hi" as String }
  }

  private Ran sh(String pattern, String script, String... options) {
    site.kit('sh', '-i', site.inventory, *options, pattern, '--', script)
  }

  private Site.Running start(String pattern, String script, String... options) {
    site.start([:], ['sh', '-i', site.inventory, *options, pattern, '--', script])
  }

  private boolean sleeping(String host) {
    hosts.on(host, 'ps -ef 2>/dev/null || ps').contains(MARK)
  }
}
