package kit.run

/** Commands that run detached: they go on without the connection, and kit finds them again. */
class AsyncOnHostSpec extends HostSpec {

  static String play(String hosts, String body) {
    """play('P') { hosts '$hosts'; become(); task('T') { $body } }"""
  }

  def cleanup() {
    ['d1', 'd3', 'm1'].each { hosts.on(it, 'rm -rf /tmp/kit-job-* /tmp/async-*') }
  }

  def "#call gives what it printed, and leaves nothing behind"() {
    given:
    site.write('files/job.sh', 'echo $1; exit 3\n')

    when:
    def ran = site.run(play('d1,m1', "$call, async: 1.min, poll: 500.ms, failedWhen: { it.rc != 3 }").replace('become();', ''), '-o', 'json')

    then:
    ran.code == 0
    ran.calls*.status == ['changed'] * 2
    ran.calls*.values*.stdout == ['out'] * 2
    ran.calls*.values*.jid.every { it ==~ /[0-9a-f]{32}/ }
    ['d1', 'm1'].every { hosts.on(it, 'ls -d /tmp/kit-job-* 2>/dev/null || :') == '' }

    where:
    call << ["shell 'sleep 1; echo out; exit 3'", "script 'job.sh out'", "command argv: ['sh', '-c', 'cat; exit 3'], stdin: 'out'", "raw 'printf out; (exit 3)'"]
  }

  def "the session's server process is killed in the middle: kit comes back and waits on"() {
    given:
    def running = site.start(play('d3', "shell 'sleep 5551; sleep 6; echo done', async: 1.min, poll: 500.ms, register: 'r'\nprintln r.stdout").replace('sleep 5551', 'touch /tmp/async-begun'))
    eventually(30) { assert hosts.on('d3', 'ls /tmp/async-begun 2>/dev/null || :') }
    assert hosts.on('d3', 'stat -c %a-%U /tmp/kit-job-*') == '700-root'

    when:
    hosts.on('d3', 'pkill -KILL -f "^sshd: deploy"')
    def ran = running.await(40)

    then:
    ran.code == 0
    ran.out =~ /(?m)^ +done$/
    ran.out.contains('1 host: 1 ok')
    hosts.on('d3', 'ls -d /tmp/kit-job-* 2>/dev/null || :') == ''
  }

  def "when its time is over, all its processes end, and it has failed"() {
    when:
    def ran = site.run(play(host, "shell 'sleep 7771 & sleep 7772', async: 2.s, poll: 500.ms"))

    then:
    ran.code == 2
    ran.out.contains('took too long and was killed')
    !hosts.on(host, 'ps -ef 2>/dev/null || ps').contains('sleep 777')

    where:
    host << ['d1', 'm1']
  }

  def "with poll: 0 kit goes on and may end; asyncStatus finds the job in another run"() {
    when:
    def first = site.run(play('d1', "println((shell 'sleep 4; echo made; touch /tmp/async-made', async: 1.min, poll: 0).jid)"), '-o', 'json')
    def jid = first.events.find { it.event == 'printed' }.text

    then:
    first.code == 0
    first.calls[0].values.subMap('started', 'finished') == [started: true, finished: false]
    first.calls[0].took < 3

    when:
    def status = site.run(play('d1', "asyncStatus jid: '$jid', until: { it.finished }, retries: 20, delay: 500.ms\nasyncStatus jid: '$jid', mode: 'cleanup'"), '-o', 'json')

    then:
    status.code == 0
    status.events.count { it.event == 'retry' } > 0
    status.calls[0].values.subMap('stdout', 'rc', 'finished') == [stdout: 'made', rc: 0, finished: true]
    hosts.on('d1', 'ls -d /tmp/kit-job-* /tmp/async-made 2>/dev/null || :') == '/tmp/async-made'

    when:
    def gone = site.run(play('d1', "asyncStatus '$jid'"))

    then:
    gone.code == 2
    gone.out.contains('there is no such job of this user')
  }

  def "#call: #message"() {
    when:
    def ran = site.run(play('d1', call))

    then:
    ran.code == code
    ran.text.contains(message)

    where:
    call                                                | code || message
    "copy dest: '/tmp/x', content: '', async: 1.min"    | 1    || 'copy cannot run detached'
    "command 'true', poll: 5.s"                         | 2    || 'poll says nothing without async'
    "command 'true', chdir: '/nowhere', async: 1.min"   | 2    || '/nowhere'
  }
}
