package kit.run

/** Hosts that cannot be reached, or go away in the middle. */
class LostHostSpec extends HostSpec {

  static final PLAY = '''\
    play('P') {
      hosts 'HOSTS'
      task('First') { command 'true' }
      task('Slow') { command 'sleep 5551', when: host != 'd1' }
      task('After') { command 'true' }
    }
    '''.stripIndent()

  def "a host that is down as kit begins: unreachable within the time to connect"() {
    given:
    hosts.docker('d3', 'pause')

    when:
    def ran = site.run(PLAY.replace('HOSTS', 'd1,d3'), '--timeout', '3')

    then:
    ran.code == 4
    ran.out =~ /(?m)^  unreachable First +1 \(d3\) .*site.groovy:3:19$/
    ran.out =~ /cannot reach d3 \(127.0.0.1 port \d+\): .* 3 s/
    ran.out.contains('2 hosts: 1 ok, 1 unreachable')
    ran.seconds < 20

    cleanup:
    hosts.docker('d3', 'unpause')
  }

  def "hosts lost in the middle: each unreachable, may have run, within 20 s, and the others go on"() {
    given:
    def running = site.start(PLAY.replace('HOSTS', 'all'))
    eventually(30) { assert ['d2', 'd3', 'm1'].every { sleeping(it) } }

    when:
    long start = System.nanoTime()
    hosts.on('d2', 'iptables -I INPUT -p tcp --dport 22 -j DROP')
    hosts.docker('d3', 'pause')
    hosts.docker('m1', 'kill')
    def ran = running.await(60)

    then:
    System.nanoTime() - start < 28_000_000_000L
    ran.code == 4
    ran.out =~ /(?m)^  changed  First +4$/
    ran.out =~ /(?m)^  changed  After +1 \(d1\)$/
    def lines = ran.out.readLines()
    int at = lines.findIndexOf { it =~ /^  unreachable Slow +3 \(d2, d3, m1\) .*site.groovy:4:18$/ }
    lines[at + 1..at + 2]*.trim() ==
        ['the connection to HOST was lost', 'what was running may or may not have been done']
    ran.out.contains('4 hosts: 1 ok, 3 unreachable')

    cleanup:
    hosts.on('d2', 'iptables -D INPUT -p tcp --dport 22 -j DROP')
    hosts.docker('d3', 'unpause')
    hosts.docker('m1', 'start')
    hosts.await('m1')
    eventually(30) { assert !sleeping('d2') && !sleeping('d3') }
  }

  def "a session whose server process is killed: unreachable at once"() {
    given:
    def running = site.start(PLAY.replace('HOSTS', 'd3'))
    eventually(30) { assert sleeping('d3') }

    when:
    long start = System.nanoTime()
    hosts.on('d3', 'pkill -KILL -f "^sshd: deploy"')
    def ran = running.await(30)

    then:
    System.nanoTime() - start < 8_000_000_000L
    ran.code == 4
    ran.out =~ /(?m)^  unreachable Slow .*site.groovy:4:18$/
    ran.out.contains('the connection to d3 was lost')
    eventually(15) { assert !sleeping('d3') }
  }

  def "eight hosts of one sshd that takes one login at a time are all reached"() {
    given:
    hosts.on('d3', 'cp -p /etc/ssh/sshd_config /root/sshd_config; echo "MaxStartups 1" >>/etc/ssh/sshd_config; systemctl reload ssh')
    site.hosts(*(1..8).collect { hosts.line('d3').replaceFirst('d3', "n$it") })

    when:
    def ran = site.run('''play('P') { hosts 'all'; task('T') { command 'true' } }''')

    then:
    ran.code == 0
    ran.out.contains('8 hosts: 8 ok')

    cleanup:
    hosts.on('d3', 'cp -p /root/sshd_config /etc/ssh/sshd_config; systemctl reload ssh')
  }

  private boolean sleeping(String host) {
    hosts.on(host, 'ps -ef 2>/dev/null || ps').contains('sleep 5551')
  }
}
