package kit.run

import spock.lang.Timeout

/** confirmWithin where it really cuts: the packet filter of a host, its sshd, and files. */
@Timeout(180)
class ConfirmOnHostSpec extends HostSpec {

  static final SSH = "chain: 'INPUT', protocol: 'tcp', destinationPort: 22, jump: 'DROP', action: 'insert'"

  def setup() {
    hosts.on('d1', 'iptables -F; iptables -P INPUT ACCEPT; iptables -t nat -F; iptables -A INPUT -p tcp --dport 81 -j DROP; rm -rf /tmp/kit-confirm-* /etc/kit-confirmed')
  }

  def cleanup() {
    hosts.on('d1', 'iptables -F; iptables -t nat -F; rm -f /etc/kit-confirmed')
  }

  def "a good change stays, and a second run has nothing to do in one round trip"() {
    given:
    def play = play("confirmWithin(20.s) { iptables chain: 'INPUT', protocol: 'tcp', destinationPort: 82, jump: 'DROP' }")

    when:
    def ran = site.run(play, '-o', 'json')

    then:
    ran.code == 0
    ran.events.find { it.event == 'confirmed' }.message == 'confirmed on a new connection'
    rules().contains('--dport 82 -j DROP')
    left('d1') == ''

    when:
    ran = site.run(play, '-o', 'json')

    then:
    ran.calls*.status == ['ok']
    ran.summary.hosts.d1.roundTrips == 1
    !ran.events.any { it.event == 'confirmed' }
  }

  def "check mode touches nothing"() {
    when:
    def ran = site.check(play("confirmWithin(20.s) { iptables $SSH }"), '-o', 'json')

    then:
    ran.calls*.status == ['changed']
    rules() == '-P INPUT ACCEPT\n-A INPUT -p tcp -m tcp --dport 81 -j DROP'
    left('d1') == ''
  }

  def "a host that a rule cuts off comes back by itself, with its rules as they were: #what"() {
    given:
    long start = System.nanoTime()

    when:
    def ran = site.run(play("confirmWithin(5.s) { $change }\nshell 'echo never >/etc/kit-confirmed'"), '-o', 'json')

    then:
    ran.code == 2
    System.nanoTime() - start < 60_000_000_000L
    with(ran.events.find { it.event == 'not confirmed' }) {
      message =~ why
      message =~ /d1 put everything back at \d\d:\d\d:\d\d/
      line == 4
    }
    rules() == '-P INPUT ACCEPT\n-A INPUT -p tcp -m tcp --dport 81 -j DROP'
    hosts.on('d1', 'iptables -t nat -S') == '-P PREROUTING ACCEPT\n-P INPUT ACCEPT\n-P OUTPUT ACCEPT\n-P POSTROUTING ACCEPT'
    hosts.on('d1', 'ls /etc/kit-confirmed 2>&1 || :').contains('No such file')
    left('d1') == ''

    where:
    what                          | change                                                   || why
    'new and old connections'     | "iptables $SSH"                                          || /did not get back in within 5 s after iptables INPUT \(.*site.groovy:4:22\)/
    'answers too, in the middle'  | "shell 'iptables -I OUTPUT -p tcp --sport 22 -j DROP; iptables -t nat -A OUTPUT -p tcp --dport 9 -j REDIRECT --to-ports 10; sleep 2; seq 9999'" || /the connection was lost in shell|did not get back in/
    'new connections only'        | "iptables policy: 'DROP', chain: 'INPUT'\niptables chain: 'INPUT', ctstate: ['ESTABLISHED'], jump: 'ACCEPT'" || /./
  }

  def "a change that was on its way while the host was cut off is not made after all"() {
    when:
    def ran = site.run(play("""confirmWithin(5.s) {
        iptables chain: 'INPUT', policy: 'DROP'
        iptables chain: 'INPUT', protocol: 'tcp', destinationPort: 84, jump: 'DROP'
      }"""))

    then:
    ran.code == 2
    ran.out =~ /put everything back at/
    sleep(3000) == null
    rules() == '-P INPUT ACCEPT\n-A INPUT -p tcp -m tcp --dport 81 -j DROP'
  }

  def "a host whose kit was killed puts things back"() {
    given:
    def running = site.start(play("confirmWithin(5.s) { iptables $SSH }"))
    eventually(40) { assert rules().contains('--dport 22 -j DROP') }

    when:
    running.signal('KILL')
    running.await(5)

    then:
    eventually(20) { assert rules() == '-P INPUT ACCEPT\n-A INPUT -p tcp -m tcp --dport 81 -j DROP' }
    eventually(10) { assert !hosts.on('d1', 'ps -ef').contains('kit-confirm') }
  }

  def "a block that fails is undone at once, and what it owed stays owed"() {
    when:
    long start = System.nanoTime()
    def ran = site.run(play("confirmWithin(60.s) { iptables chain: 'INPUT', protocol: 'tcp', destinationPort: 82, jump: 'DROP'\ncommand 'false' }"))

    then:
    ran.code == 2
    System.nanoTime() - start < 20_000_000_000L
    ran.out =~ /warning +d1: confirmWithin failed; d1 put everything back at/
    rules() == '-P INPUT ACCEPT\n-A INPUT -p tcp -m tcp --dport 81 -j DROP'
  }

  def "files are put back, and what belongs to them is run: sshd"() {
    given:
    hosts.on('d1', 'cp -p /etc/ssh/sshd_config /root/sshd_config.kept')

    when:
    def ran = site.run(play("""confirmWithin(6.s, files: '/etc/ssh/sshd_config', revert: 'systemctl restart ssh') {
        lineinfile path: '/etc/ssh/sshd_config', line: 'Port 2222', insertbefore: 'BOF'
        service name: 'ssh', state: 'restarted'
      }"""))

    then:
    ran.code == 2
    ran.out =~ /put everything back at/
    hosts.on('d1', 'cmp /etc/ssh/sshd_config /root/sshd_config.kept && echo same') == 'same'

    and: 'kit gets in'
    site.run(play("command 'true'")).code == 0

    cleanup:
    hosts.on('d1', 'cp -p /root/sshd_config.kept /etc/ssh/sshd_config; systemctl restart ssh')
  }

  def "who is not root cannot have things put back, and nothing is begun"() {
    when:
    def ran = site.run("play('P') { hosts 'd1'; task('T') { confirmWithin(9.s) { command 'touch /tmp/confirm-begun' } } }")

    then:
    ran.code == 2
    ran.out.contains('the changes were not begun: only root can put things back')
    hosts.on('d1', 'ls /tmp').readLines().count('confirm-begun') == 0
  }

  def "a host with nothing but busybox does the same"() {
    given:
    hosts.on('m1', 'echo before >/etc/kit-confirmed; rm -rf /tmp/kit-confirm-*')
    def play = { String block -> "play('P') { hosts 'm1'; task('T') {\n$block\n} }" }
    def write = "copy dest: '/etc/kit-confirmed', content: 'after\\n'"

    expect:
    site.run(play("confirmWithin(9.s, files: '/etc/kit-confirmed') { $write\ncommand 'false' }")).code == 2
    hosts.on('m1', 'cat /etc/kit-confirmed') == 'before'
    site.run(play("confirmWithin(9.s, files: '/etc/kit-confirmed') { $write }")).code == 0
    hosts.on('m1', 'cat /etc/kit-confirmed') == 'after'
    left('m1') == ''

    cleanup:
    hosts.on('m1', 'rm -f /etc/kit-confirmed')
  }

  private String rules() { hosts.on('d1', 'iptables -S INPUT') }

  private String left(String host) { hosts.on(host, 'ls -d /tmp/kit-confirm-* 2>/dev/null || :') }

  private static String play(String body) {
    "play('P') {\n  hosts 'd1'; become()\n  task('T') {\n$body\n  }\n}\n"
  }
}
