package kit.run

/** The user has had enough, or the machine goes down. */
class InterruptSpec extends HostSpec {

  static final PLAY = '''\
    play('P') {
      hosts 'd1,d2,m1'
      task('First') { command 'true' }
      task('Sleep') { shell 'sleep 6661 & sleep 6662' }
      task('After') { command 'touch /tmp/after-interrupt' }
    }
    '''.stripIndent()

  def "SIG#signal ends a run within 5 s with #code, and what ran on the hosts"() {
    given:
    def running = site.start(PLAY)
    eventually(30) { assert sleeping('d1') && sleeping('d2') && sleeping('m1') }

    when:
    long start = System.nanoTime()
    running.signal(signal)
    def ran = running.await(20)
    def seconds = (System.nanoTime() - start) / 1e9

    then:
    ran.code == code
    seconds < 5
    ran.err.readLines() == ['kit: stopping; Ctrl-C again ends at once']
    ran.out =~ /(?m)^  changed  First +3$/
    ran.out =~ /(?m)^  interrupted Sleep .*site.groovy:4:19$/
    ran.out.contains('the run was stopped')
    ran.out.contains('3 hosts: 0 ok, 3 interrupted')
    !ran.out.contains('After')
    ['d1', 'd2', 'm1'].every { !sleeping(it) }
    ['d1', 'd2', 'm1'].every { hosts.on(it, 'ls -d /tmp/after-interrupt 2>&1 || :').contains('No such file') }

    where:
    signal | code
    'INT'  | 130
    'TERM' | 143
  }

  def "a second Ctrl-C ends at once"() {
    given:
    def running = site.start(PLAY.replace('d1,d2,m1', 'd3'))
    eventually(30) { assert sleeping('d3') }
    hosts.docker('d3', 'pause')

    when:
    running.signal('INT')
    eventually { assert running.err.text.contains('stopping') }
    long start = System.nanoTime()
    running.signal('INT')
    def ran = running.await(20)

    then:
    ran.code == 130
    System.nanoTime() - start < 1_500_000_000L

    cleanup:
    hosts.docker('d3', 'unpause')
    eventually(20) { assert !sleeping('d3') }
  }

  def "a host that is dead does not keep Ctrl-C from ending the run"() {
    given:
    def running = site.start(PLAY.replace('d1,d2,m1', 'd3'))
    eventually(30) { assert sleeping('d3') }
    hosts.docker('d3', 'pause')

    when:
    long start = System.nanoTime()
    running.signal('INT')
    def ran = running.await(20)

    then:
    ran.code == 130
    System.nanoTime() - start < 6_000_000_000L

    cleanup:
    hosts.docker('d3', 'unpause')
  }

  def "a host that does not answer yet does not keep Ctrl-C from ending the run either"() {
    given:
    hosts.docker('d3', 'pause')
    def running = site.start(PLAY.replace('d1,d2,m1', 'd3'))
    eventually(30) { assert running.out.text.contains('1 host') }

    when:
    long start = System.nanoTime()
    running.signal('INT')
    def ran = running.await(20)

    then:
    ran.code == 130
    System.nanoTime() - start < 2_500_000_000L
    ran.out =~ /(?m)^  interrupted (connect|First)/
    ran.out.contains('1 host: 0 ok, 1 interrupted')
    !ran.err.contains('did not stop')

    cleanup:
    hosts.docker('d3', 'unpause')
  }

  def "what ran on a host ends with kit, even if kit is killed"() {
    given:
    def running = site.start(PLAY)
    eventually(30) { assert sleeping('d1') && sleeping('d2') && sleeping('m1') }

    when:
    running.signal('KILL')
    running.await(5)

    then:
    eventually(12) { assert !sleeping('d1') && !sleeping('d2') && !sleeping('m1') }
  }

  private boolean sleeping(String host) {
    hosts.on(host, 'ps -ef 2>/dev/null || ps').contains('sleep 666')
  }
}
