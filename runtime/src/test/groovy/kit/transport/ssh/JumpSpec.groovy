package kit.transport.ssh

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import kit.target.Unreachable
import kit.transport.Asker
import kit.transport.Connection
import kit.transport.Endpoint
import kit.transport.Endpoints
import kit.transport.Testbed
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Hosts that are reached through others, all of them real. */
@Timeout(60)
class JumpSpec extends Specification {
  @TempDir
  Path home
  Testbed bed = Testbed.need()
  SshTransport transport = new SshTransport(Asker.NOBODY)
  List<Connection> connections = [].asSynchronized()

  def cleanup() {
    connections*.close()
  }

  String inside(String host, String script) {
    Testbed.local('docker', 'exec', bed.container(host), 'sh', '-c', script)
  }

  String address(String host) {
    Testbed.local('docker', 'inspect', '-f', '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}', bed.container(host)).trim()
  }

  Connection connect(String host, String more = '') {
    connect(endpoint(host, more))
  }

  Connection connect(Endpoint endpoint) {
    def connection = transport.connect(endpoint)
    connections << connection
    connection
  }

  Endpoint endpoint(String host, String more = '') {
    def config = home.resolve('config')
    Files.writeString(config, more + """
      Host gate
        HostName 127.0.0.1
        Port ${bed.port('d1')}
        User deploy
      Host inner
        HostName ${address('d2')}
        HostKeyAlias [127.0.0.1]:${bed.port('d2')}
        ProxyJump gate
        User root
      Host innermost
        HostName ${address('m1')}
        HostKeyAlias [127.0.0.1]:${bed.port('m1')}
        ProxyJump gate,inner
        User root
      Host *
        IdentityFile ${bed.env.KIT_KEY}
        UserKnownHostsFile ${bed.env.KIT_KNOWN_HOSTS}
      """)
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString('rw-------'))
    def settings = bed.settings(sshConfig: config, knownHosts: [], home: home)
    new Endpoints({ [:] }, settings).of(host)
  }

  static String run(Connection connection, String command) {
    def channel = connection.exec(command, false)
    channel.stdout().text.trim()
  }

  private int loginsAtGate() {
    inside('d1', 'journalctl -u ssh -o cat').readLines().count { it.startsWith('Accepted') }
  }

  def "#host is reached as #user, and sees #from"() {
    given:
    def connection = connect(host)

    expect:
    run(connection, 'id -un') == 'root'
    run(connection, 'echo $SSH_CLIENT').startsWith(address(from) + ' ')
    run(connection, 'head -c 3000000 /dev/zero | wc -c') == '3000000'

    where:
    host        | user   | from
    'inner'     | 'root' | 'd1'
    'innermost' | 'root' | 'd2'
  }

  def "many hosts share one connection to the host on the way, which is closed with the last of them"() {
    given:
    def before = loginsAtGate()
    def others = sessionsAtGate()
    def inner = endpoint('inner')

    when: 'all at once'
    def threads = (1..6).collect { Thread.start { connect(inner) } }
    threads*.join()
    def all = connections.collect { run(it, 'hostname') }

    then:
    all == ['d2'] * 6
    loginsAtGate() == before + 1

    when:
    connections*.close()
    def end = System.nanoTime() + 5_000_000_000L
    while (sessionsAtGate() > others && System.nanoTime() < end) sleep 50

    then:
    sessionsAtGate() <= others
    run(connect('inner'), 'hostname') == 'd2'
  }

  private int sessionsAtGate() { inside('d1', 'ps -eo args').readLines().count { it.startsWith('sshd: deploy') } as int }

  def "what goes wrong on the way is told: #what"() {
    when:
    connect('inner', more.call(bed))

    then:
    def e = thrown(Unreachable)
    e.message.replaceAll(/[0-9]+(\.[0-9]+){3}/, 'IP') ==~ message

    where:
    what                | more                                                                 || message
    'unknown'           | { 'Host gate\n UserKnownHostsFile /dev/null\n' }                       || /(?s)inner is reached through gate: the host key of gate \(IP port \d+\) is not known: .*/
    'refused'           | { "Host gate\n IdentityFile ${it.env.KIT_KEY_WRONG}\n IdentitiesOnly yes\n User plain2\n" } || /(?s)inner is reached through gate: login refused for plain2 on gate .*/
    'no name'           | { 'Host gate\n HostName gate.invalid\n' }                              || /(?s)inner is reached through gate: cannot reach gate .*: the name gate.invalid has no address.*/
    'closed port'       | { 'Host inner\n Port 9\n' }                                            || /(?s)cannot reach inner \(IP port 9\): gate makes no connection to it: .*\(does gate reach it, and allow TCP forwarding\?\)/
    'no name there'     | { 'Host inner\n HostName inner.invalid\n' }                            || /(?s)cannot reach inner \(inner.invalid\): gate makes no connection to it: .*/
    'the inner host'    | { 'Host inner\n HostKeyAlias other\n' }                                || /(?s)the host key of inner \(IP\) is not known: .*/
  }

  def "a host on the way that dies is noticed behind it"() {
    given:
    def connection = connect('inner')
    Thread.start {
      sleep 500
      inside('d1', 'pkill -9 -f "sshd: deploy"')
    }

    when:
    def channel = connection.exec('sleep 20', false)
    def rest = ''
    try {
      rest = channel.stdout().text
    } catch (IOException lost) {
    }

    then:
    rest == ''
    channel.exitStatus() == -1
    run(connect('inner'), 'hostname') == 'd2'
  }
}
