package kit.shell

import static kit.shell.LocalShells.run
import static kit.shell.LocalShells.runAll

import java.nio.file.Files
import java.time.Duration
import kit.model.Become
import kit.spi.Step
import kit.target.Target
import kit.target.Unreachable
import kit.transport.Asker
import kit.transport.Endpoints
import kit.transport.Password
import kit.transport.Testbed
import kit.transport.ssh.SshTransport
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(90)
class SshSpec extends Specification {
  Testbed bed = Testbed.need()
  @AutoCleanup
  Connections connections

  Target open(Map vars = [:], Map settings = [:], String host, Become become = null) {
    def all = bed.settings(settings)
    connections = new Connections(new Endpoints({ bed.variables(vars, it) }, all).&of, new SshTransport(all.asker()))
    connections.open(host, Optional.ofNullable(become))
  }

  def "logs in to #host as #user with #key"() {
    when:
    def target = open(host, ansible_user: user, ansible_ssh_private_key_file: bed.env[key])

    then:
    run(target, 'id -un').text() == "$user\n"
    target.user() == user

    where:
    host | user        | key
    'd1' | 'deploy'    | 'KIT_KEY'
    'd1' | 'root'      | 'KIT_KEY_RSA'
    'd1' | 'secretive' | 'KIT_KEY_ECDSA'
    'm1' | 'root'      | 'KIT_KEY'
    'm1' | 'root'      | 'KIT_KEY_ECDSA'
    'm1' | 'root'      | 'KIT_KEY_RSA'
  }

  def "becomes #become on #host as #user"() {
    given:
    def settings = password ? [becomePassword: Password.of(password)] : [:]

    when:
    def target = open([ansible_user: user], settings, host, new Become(become, 'sudo'))

    then:
    run(target, 'id -un; cat').text() == "$become\n"
    runAll(target, [Step.Run.of('id -un')], Duration.ofSeconds(20))[0].text() == "$become\n"

    where:
    host | user        | become   | password
    'd1' | 'deploy'    | 'root'   | null
    'd1' | 'deploy'    | 'root'   | 'never needed'
    'd1' | 'deploy'    | 'daemon' | null
    'd1' | 'secretive' | 'root'   | 'become-me'
    'd1' | 'root'      | 'root'   | null
    'm1' | 'root'      | 'root'   | null
  }

  def "says what is wrong: #message"() {
    when:
    def target = open(vars, settings.collectEntries { k, v -> [k, v instanceof String ? Password.of(v) : v] }, host, become)
    run(target, 'id')

    then:
    def e = thrown(Unreachable)
    e.problems()[0].message() ==~ message
    e.problems()[0].hint().contains(hint)
    !e.sent()
    !e.message.contains('wr0ng')

    where:
    host | vars                          | settings                    | become                       || message | hint
    'd1' | [ansible_ssh_private_key_file: bedKey('KIT_KEY_WRONG')] | [:] | null                        || /login refused for deploy on d1 \(127.0.0.1 port \d+\); tried: .*id_wrong/ | 'right user and key'
    'd1' | [ansible_ssh_private_key_file: '', ansible_user: 'plain', ansible_password: 'wr0ng'] | [:] | null || /login refused for plain on d1 .*; tried: the password/ | 'publickey, password'
    'd1' | [ansible_ssh_private_key_file: ''] | [:]                   | null                         || /there is no key and no password to log in as deploy on d1 .*/ | '--ask-pass'
    'd1' | [ansible_user: 'secretive']   | [:]                         | Become.ROOT                  || /sudo on d1 wants a password/ | '--ask-become-pass'
    'd1' | [ansible_user: 'secretive']   | [becomePassword: 'wr0ng']   | Become.ROOT                  || /sudo refused the password for secretive on d1/ | 'ansible_become_password'
    'd1' | [ansible_user: 'plain']       | [becomePassword: 'plain-pw'] | Become.ROOT                 || /plain may not use sudo on d1/ | 'sudoers'
    'd1' | [:]                           | [:]                         | new Become('nobody-here', 'sudo') || /there is no user nobody-here on d1/ | ''
    'm1' | [:]                           | [:]                         | new Become('daemon', 'sudo') || /sudo is not installed on m1/ | 'log in as daemon'
    'd1' | [ansible_port: 1]             | [:]                         | null                         || /cannot reach d1 \(127.0.0.1 port 1\): connection refused/ | 'sshd running'
    'd1' | [ansible_host: 'no-such-host.invalid'] | [:]                | null                         || /cannot reach d1 .*: the name no-such-host.invalid has no address/ | 'ansible_host'
  }

  private static String bedKey(String name) {
    System.getenv('KIT_TESTBED') ? Testbed.need().env[name] : ''
  }

  def "logs in with a password, and with a key that has a passphrase, asked for once"() {
    given:
    def asked = []
    Asker asker = { prompt -> asked << prompt; Optional.of(Password.of('kit-pass')) }

    expect:
    run(open('d1', ansible_user: 'plain', ansible_password: 'plain-pw', ansible_ssh_private_key_file: ''), 'id -un').text() == 'plain\n'
    run(open([ansible_ssh_private_key_file: bed.env.KIT_KEY_PASS], [asker: asker], 'd1'), 'id -un').text() == 'deploy\n'
    asked.size() == 1
    asked[0].contains('id_ed25519_pass')
  }

  def "asks for no passphrase that is not there, and says if it is wrong"() {
    when:
    open([ansible_ssh_private_key_file: bed.env.KIT_KEY_PASS], [asker: asker as Asker], 'd1')

    then:
    def e = thrown(Unreachable)
    e.message.contains(message)

    where:
    asker                                        || message
    Asker.NOBODY                                 || 'has a passphrase, and there is nobody to ask'
    ({ p -> Optional.of(Password.of('wr0ng')) }) || 'the passphrase of'
  }

  def "never logs in to a host that it does not know"() {
    given:
    def file = File.createTempFile('kit', 'known')
    file.text = lines(bed)
    def before = logins()

    when:
    open([:], [knownHosts: file.toPath()], 'd1')

    then:
    def e = thrown(Unreachable)
    e.message.contains(message)
    e.message.contains('SHA256:')
    logins() == before

    where:
    lines                                                                              || message
    ({ '' })                                                                           || 'is not known: ssh-ed25519'
    ({ bed -> new File(bed.state, 'known_hosts').readLines().findAll { it.contains(":${bed.port('d2')} ") }.join('\n').replace(":${bed.port('d2')} ", ":${bed.port('d1')} ") + '\n' }) || 'has CHANGED'
    ({ new File(it.state, 'known_hosts').text + '\n@revoked * ' + new File(it.state, 'known_hosts').readLines().find { l -> l.startsWith("[127.0.0.1]:${it.port('d1')} ssh-ed25519") }.split(' ', 2)[1] + '\n' }) || 'is REVOKED'
  }

  /** What the server saw of attempts to log in. */
  private int logins() {
    Testbed.local('docker', 'exec', bed.container('d1'), 'sh', '-c', 'journalctl -u ssh -o cat').readLines().count {
      it.contains('Accepted') || it.contains('Failed') || it.contains('authenticating user')
    }
  }

  def "writes a new host key down if told to, and knows it afterwards"() {
    given:
    def file = Files.createTempDirectory('kit-known').resolve('known_hosts')

    expect:
    run(open([:], [knownHosts: file, acceptNew: true], 'd1'), 'id -un').text() == 'deploy\n'
    file.toFile().readLines().size() == 1
    run(open([:], [knownHosts: file], 'd1'), 'id -un').text() == 'deploy\n'
    Testbed.local('ssh-keygen', '-F', "[127.0.0.1]:${bed.port('d1')}", '-f', file.toString()).contains('found')
  }

  def "gives up on a host that never answers within the timeout"() {
    given: 'a port that takes connections and says nothing'
    def server = new ServerSocket(0, 1, InetAddress.loopbackAddress)
    def start = System.nanoTime()

    when:
    open('d1', ansible_port: server.localPort, ansible_timeout: 1)

    then:
    def e = thrown(Unreachable)
    e.message.contains('no SSH handshake within 1 s')
    System.nanoTime() - start < 4_000_000_000L

    cleanup:
    server.close()
  }

  def "a hanging command on #host is ended in time and the shell stays"() {
    given:
    def target = open(host)

    when:
    def output = runAll(target, [Step.Run.of('echo before; sleep 303; echo after')], Duration.ofSeconds(1))

    then:
    output[0].timedOut()
    output[0].text() == 'before\n'
    run(target, 'echo alive; ps -o args 2>/dev/null | grep "[s]leep 303"').text() == 'alive\n'

    where:
    host << ['d1', 'm1']
  }

  def "#host runs as root under sudo, and what runs there dies with the controller's last word"() {
    given:
    def target = open([:], [:], host, host == 'm1' ? null : Become.ROOT)
    def thread = Thread.start { try { run(target, "sleep 304") } catch (Unreachable e) { } }
    while (!inside(host, 'ps').contains('sleep 304')) sleep 50

    when:
    def start = System.nanoTime()
    connections.close()
    thread.join(5000)

    then:
    System.nanoTime() - start < 3_000_000_000L
    !thread.alive
    !inside(host, 'ps').contains('sleep 304')

    where:
    host << ['d1', 'm1']
  }

  def "what runs on #host ends by itself when the controller is gone without a word"() {
    given:
    def target = open([:], [:], host, host == 'm1' ? null : Become.ROOT)
    def thread = Thread.start { try { run(target, "sleep 305") } catch (Unreachable e) { } }
    while (!inside(host, 'ps').contains('sleep 305')) sleep 50

    when: 'the connection is cut, nothing is said'
    connections.forget(host)
    thread.join(5000)
    def end = System.nanoTime() + 12_000_000_000L
    while (inside(host, 'ps').contains('sleep 305') && System.nanoTime() < end) sleep 200

    then:
    !inside(host, 'ps').contains('sleep 305')

    where:
    host << ['d1', 'm1']
  }

  private String inside(String host, String what) {
    Testbed.local('docker', 'exec', bed.container(host), *(host == 'm1' ? ['ps', '-o', 'args'] : ['ps', '-eo', 'args']))
  }

  def "writes files on #host as #user: #size bytes"() {
    given:
    def settings = user == 'secretive' ? [becomePassword: Password.of('become-me')] : [:]
    def target = open([ansible_user: user], settings, host, host == 'm1' ? null : Become.ROOT)
    def bytes = new byte[size]
    new Random(size).nextBytes(bytes)
    def path = "/tmp/kit-spec-$user-$size".toString()

    expect:
    2.times {
      def output = LocalShells.write(target, path: path, content: bytes, mode: 0640)
      assert output.errors() == ''
      assert output.rc() == 0
    }
    run(target, "sha256sum <$path; stat -c '%a %u' $path").text() == kit.spi.Source.sha256(bytes) + '  -\n640 0\n'
    run(target, "rm $path; ls -A /tmp | grep '^.kit'").text() == ''

    where:
    [row, size] << [[['d1', 'deploy'], ['d1', 'secretive'], ['m1', 'root']], [1000, 5_000_000]].combinations()
    (host, user) = row
  }

  def "an upload to #host that is cut leaves the old file and nothing beside it"() {
    given:
    def target = open([:], [:], host, host == 'm1' ? null : Become.ROOT)
    def folder = "/tmp/kit-cut-$millis".toString()
    run(target, "mkdir -p $folder; echo old >$folder/file")
    def thread = Thread.start {
      try {
        LocalShells.write(target, path: "$folder/file", content: new byte[40_000_000])
      } catch (Unreachable e) {
      }
    }

    when:
    sleep millis
    connections.forget(host)
    thread.join(5000)
    def again = connections.open(host, Optional.ofNullable(host == 'm1' ? null : Become.ROOT))
    def left = null
    for (int i = 0; i < 80 && left != 'file\n'; i++) {
      left = run(again, "ls -A $folder").text()
      sleep 100
    }

    then:
    left == 'file\n'
    run(again, "wc -c <$folder/file").text().trim() in ['4', '40000000']

    cleanup:
    run(again, "rm -r $folder")

    where:
    [host, millis] << [['d1', 'm1'], [5, 60, 250]].combinations()
  }

  def "no secret is in an argument list, nor in the host's log"() {
    given:
    def target = open([ansible_user: 'secretive'], [becomePassword: Password.of('become-me')], 'd1', Become.ROOT)
    def look = 'for f in /proc/[0-9]*/cmdline; do tr "\\0" " " <$f; done 2>/dev/null | grep -c "canary-[0-9]\\|become-m[e]"; journalctl -o cat --since -1min | grep -c "canary-[0-9]\\|become-m[e]"'

    expect:
    run(target, look, env: [TOKEN: 'canary-1'], stdin: 'canary-2'.bytes).text() == '0\n0\n'
    LocalShells.write(target, path: '/tmp/kit-canary', content: 'canary-3', secret: true,
      validate: "test -s %s && ! { $look; } | grep -v '^0'".toString()).rc() == 0

    cleanup:
    run(target, 'rm -f /tmp/kit-canary')
  }

  def "100 MB and binary output come over the network"() {
    given:
    def target = open('d1')
    def start = System.nanoTime()

    expect:
    run(target, 'head -c 100000000 /dev/zero').dropped() > 90_000_000
    System.nanoTime() - start < 10_000_000_000L
    run(target, 'cat', stdin: (0..255).collect { it as byte } as byte[]).out().toList() == (0..255).collect { it as byte }
  }

  def "a lost connection is noticed, and the step may have run"() {
    given:
    def target = open('d2')
    Thread.start {
      sleep 500
      Testbed.local('docker', 'exec', bed.container('d2'), 'sh', '-c', 'pkill -9 -f "sshd: deploy"')
    }

    when:
    run(target, 'sleep 20')

    then:
    def e = thrown(Unreachable)
    e.message.contains('the connection to d2 was lost')
    e.sent()

    when:
    connections.forget('d2')

    then:
    run(connections.open('d2', Optional.empty()), 'echo back').text() == 'back\n'
  }

  @Timeout(60)
  def "a host that stops answering is noticed within 25 s"() {
    given:
    def target = open('d2')
    run(target, 'true')
    Testbed.local('docker', 'pause', bed.container('d2'))
    def start = System.nanoTime()

    when:
    run(target, 'echo hi')

    then:
    thrown(Unreachable)
    System.nanoTime() - start < 25_000_000_000L

    cleanup:
    Testbed.local('docker', 'unpause', bed.container('d2'))
  }
}
