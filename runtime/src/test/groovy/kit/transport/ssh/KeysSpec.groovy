package kit.transport.ssh

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import kit.target.Unreachable
import kit.transport.Asker
import kit.transport.Connection
import kit.transport.Endpoints
import kit.transport.Password
import kit.transport.Testbed
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Logging in to a real sshd with keys of every kind, with ssh-agent and with certificates. */
@Timeout(60)
class KeysSpec extends Specification {
  static final String USER = 'keeper'

  @TempDir
  @Shared
  Path folder
  @Shared
  Testbed bed
  @Shared
  Process agent
  @AutoCleanup
  Connection connection

  def setupSpec() {
    bed = Testbed.need()
    inside("id $USER >/dev/null 2>&1 || useradd -m $USER; mkdir -p /home/$USER/.ssh; : >/home/$USER/.ssh/authorized_keys; chown -R $USER /home/$USER/.ssh")
    // a socket's path may have 108 bytes only
    agent = new ProcessBuilder('ssh-agent', '-D', '-a', folder.resolve('agent').toString()).redirectErrorStream(true).start()
    while (!Files.exists(folder.resolve('agent'))) sleep 20
  }

  def cleanupSpec() {
    agent?.destroy()
    if (bed) inside("userdel -r $USER 2>/dev/null; rm -f /etc/ssh/sshd_config.d/keys-spec.conf /etc/ssh/keys-spec-ca.pub; systemctl reload ssh")
  }

  def cleanup() {
    add('-D')
  }

  String inside(String script) {
    Testbed.local('docker', 'exec', bed.container('d1'), 'sh', '-c', script)
  }

  Path key(String name, String... arguments) {
    def file = folder.resolve(name)
    if (!Files.exists(file)) {
      def said = Testbed.local(*(['ssh-keygen', '-q', '-f', file.toString(), '-C', name] + arguments.toList()))
      assert Files.exists(file): said
    }
    file
  }

  void authorize(Path... keys) {
    def lines = keys.collect { new File("${it}.pub").text.trim() }.join('\n')
    inside("echo '$lines' >/home/$USER/.ssh/authorized_keys")
  }

  /** ssh-add; a passphrase is given by a program, for there is no terminal. */
  void add(String... arguments) {
    def ask = folder.resolve('ask')
    Files.writeString(ask, '#!/bin/sh\necho kit-pass\n')
    ask.toFile().executable = true
    def builder = new ProcessBuilder(['setsid', 'ssh-add', '-q'] + arguments.toList()).redirectErrorStream(true)
    builder.environment().putAll(SSH_AUTH_SOCK: folder.resolve('agent').toString(), SSH_ASKPASS: ask.toString(),
      SSH_ASKPASS_REQUIRE: 'force', DISPLAY: ':0')
    def process = builder.start()
    def said = process.inputStream.text
    assert process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0: said
  }

  /** Who kit is when it has logged in. */
  String login(Map more = [:]) {
    def config = folder.resolve('config')
    Files.writeString(config, more.config ?: '')
    Files.setPosixFilePermissions(config, java.nio.file.attribute.PosixFilePermissions.fromString('rw-------'))
    def settings = bed.settings(asker: more.asker ?: Asker.NOBODY, sshConfig: config, home: folder,
      env: more.agent == false ? [:] : [SSH_AUTH_SOCK: folder.resolve('agent').toString()])
    def vars = [ansible_user: USER, ansible_ssh_private_key_file: more.key?.toString() ?: '']
    connection = new SshTransport(settings.asker()).connect(new Endpoints({ bed.variables(vars, 'd1') }, settings).of('d1'))
    def channel = connection.exec('id -un', false)
    channel.stdout().text.trim()
  }

  def "logs in with #type, #format#what"() {
    given:
    def asked = 0
    def kind = [ed25519: ['-t', 'ed25519'], ecdsa256: ['-t', 'ecdsa', '-b', '256'], ecdsa384: ['-t', 'ecdsa', '-b', '384'],
      ecdsa521: ['-t', 'ecdsa', '-b', '521'], rsa: ['-t', 'rsa', '-b', '2048']][type]
    def form = format == 'new' ? [] : ['-m', format]
    def file = key("$type-$format-$passphrase", *(kind + form + ['-N', passphrase ? 'kit-pass' : '']))
    authorize(file)
    if (!half) Files.deleteIfExists(Path.of("${file}.pub"))

    expect:
    login(key: file, asker: { asked++; Optional.of(Password.of('kit-pass')) }) == USER
    asked == (passphrase ? 1 : 0)

    where:
    type       | format  | passphrase | half
    'ed25519'  | 'new'   | false      | true
    'ed25519'  | 'new'   | true       | true
    'ecdsa256' | 'new'   | false      | true
    'ecdsa256' | 'new'   | true       | true
    'ecdsa384' | 'new'   | true       | true
    'ecdsa521' | 'new'   | false      | true
    'ecdsa521' | 'new'   | true       | false
    'rsa'      | 'new'   | false      | true
    'rsa'      | 'new'   | true       | true
    'rsa'      | 'new'   | true       | false
    'ecdsa256' | 'PEM'   | false      | true
    'ecdsa256' | 'PEM'   | true       | true
    'ecdsa384' | 'PEM'   | false      | false
    'rsa'      | 'PEM'   | false      | true
    'rsa'      | 'PEM'   | true       | true
    'rsa'      | 'PEM'   | true       | false
    'ecdsa256' | 'PKCS8' | false      | true
    'ecdsa256' | 'PKCS8' | true       | true
    'ecdsa521' | 'PKCS8' | true       | false
    'rsa'      | 'PKCS8' | false      | true
    'rsa'      | 'PKCS8' | true       | true
    what = "${passphrase ? ', with a passphrase' : ''}${half ? '' : ', no public half beside it'}"
  }

  def "a wrong passphrase of #file is told"() {
    given:
    def mine = key(file, *arguments, '-N', 'kit-pass')
    authorize(mine)

    when:
    login(key: mine, asker: { Optional.of(Password.of('wr0ng')) })

    then:
    def e = thrown(Unreachable)
    e.message.contains("the passphrase of $mine is wrong")
    !e.message.contains('wr0ng')

    where:
    file           | arguments
    'wrong-new'    | ['-t', 'ed25519']
    'wrong-pem'    | ['-t', 'rsa', '-b', '2048', '-m', 'PEM']
    'wrong-pkcs8'  | ['-t', 'ecdsa', '-m', 'PKCS8']
  }

  def "the agent signs with #type"() {
    given:
    def mine = key("held-$type", '-N', '', *arguments)
    authorize(mine)
    add(mine.toString())
    Files.move(mine, folder.resolve('away'), java.nio.file.StandardCopyOption.REPLACE_EXISTING)

    expect:
    login() == USER

    where:
    type       | arguments
    'ed25519'  | ['-t', 'ed25519']
    'ecdsa256' | ['-t', 'ecdsa', '-b', '256']
    'ecdsa521' | ['-t', 'ecdsa', '-b', '521']
    'rsa'      | ['-t', 'rsa', '-b', '2048']
  }

  def "an old server takes the RSA signature that it knows"() {
    given:
    def mine = key('held-old', '-t', 'rsa', '-b', '2048', '-N', '')
    authorize(mine)
    add(mine.toString())
    inside('echo "PubkeyAcceptedAlgorithms rsa-sha2-256" >/etc/ssh/sshd_config.d/keys-spec.conf; systemctl reload ssh; sleep 0.3')

    expect:
    login() == USER

    cleanup:
    inside('rm -f /etc/ssh/sshd_config.d/keys-spec.conf; systemctl reload ssh')
  }

  def "a key with a passphrase that the agent holds needs none"() {
    given:
    def mine = key('held-pass', '-t', 'ed25519', '-N', 'kit-pass')
    authorize(mine)
    add(mine.toString())

    expect: 'nobody is there to ask'
    login(key: mine) == USER
    login(config: "IdentityFile $mine\nIdentitiesOnly yes\n") == USER
  }

  def "the public half stands for a key of the agent"() {
    given:
    def mine = key('half', '-t', 'ed25519', '-N', '')
    def other = key('other-of-agent', '-t', 'ed25519', '-N', '')
    authorize(mine)
    add(other.toString(), mine.toString())
    Files.deleteIfExists(mine)

    expect:
    login(config: "IdentityFile ${mine}\nIdentitiesOnly yes\n") == USER
    login(config: "IdentityFile ${mine}.pub\nIdentitiesOnly yes\n") == USER
  }

  def "of the agent's keys only the named one is offered: IdentitiesOnly"() {
    given:
    def mine = key('only', '-t', 'ed25519', '-N', '')
    authorize(mine)
    add(mine.toString())

    when:
    login(config: "IdentitiesOnly yes\nIdentityFile ${key('unheld', '-t', 'ed25519', '-N', '')}\n")

    then:
    def e = thrown(Unreachable)
    e.message.contains("tried: $folder/unheld")
    !e.message.contains('only ')
  }

  def "an agent is not needed where there is a key: #what"() {
    given:
    def mine = key('plain', '-t', 'ed25519', '-N', '')
    authorize(mine)

    expect:
    login(key: mine, config: config) == USER

    where:
    what           | config
    'none'         | 'IdentityAgent none\n'
    'no socket'    | 'IdentityAgent /nonexistent/agent\n'
    'no agent'     | 'IdentityAgent /dev/null\n'
  }

  def "says that the agent does not answer"() {
    when:
    login(config: 'IdentityAgent /nonexistent/agent\n')

    then:
    def e = thrown(Unreachable)
    e.message.contains('there is no key and no password')
    e.message.contains('the agent at /nonexistent/agent does not answer')
  }

  def "too many keys in the agent: the host gives up, and kit says what helps"() {
    given:
    authorize(key('not-held', '-t', 'ed25519', '-N', ''))
    (1..8).each { add(key("many$it", '-t', 'ed25519', '-N', '').toString()) }

    when:
    login()

    then:
    def e = thrown(Unreachable)
    e.problems()[0].message() ==~ /keeper on d1 .* is given no further try after 6 keys: many1 \(agent\), .*/
    e.problems()[0].hint().contains('IdentitiesOnly')
  }

  def "a certificate #where logs in, and does not stand in the way of its key"() {
    given:
    def ca = key('ca', '-t', 'ed25519', '-N', '')
    def name = "signed-${where.hashCode()}"
    def mine = key(name, *type, '-N', '')
    Testbed.local('ssh-keygen', '-q', '-s', ca.toString(), '-I', 'spec', '-n', USER, "${mine}.pub".toString())
    def certificate = folder.resolve("$name-cert.pub")
    if (where == 'of a CertificateFile') Files.move(certificate, folder.resolve('elsewhere-cert.pub'), java.nio.file.StandardCopyOption.REPLACE_EXISTING)
    if (where == 'in the agent') {
      add(mine.toString())
      Files.delete(mine)
    }
    def config = "IdentityFile $mine\nCertificateFile $folder/elsewhere-cert.pub\n"

    when: 'the host knows the authority and not the key'
    inside("echo '${new File("${ca}.pub").text.trim()}' >/etc/ssh/keys-spec-ca.pub; : >/home/$USER/.ssh/authorized_keys; echo 'TrustedUserCAKeys /etc/ssh/keys-spec-ca.pub' >/etc/ssh/sshd_config.d/keys-spec.conf; systemctl reload ssh; sleep 0.3")

    then:
    login(where == 'in the agent' ? [:] : [config: config]) == USER

    when: 'the host knows the key and not the authority'
    inside('rm /etc/ssh/sshd_config.d/keys-spec.conf; systemctl reload ssh; sleep 0.3')
    authorize(mine)

    then:
    login(where == 'in the agent' ? [:] : [config: config]) == USER

    where:
    where                  | type
    'beside an Ed25519 key' | ['-t', 'ed25519']
    'beside an RSA key'     | ['-t', 'rsa', '-b', '2048']
    'beside an ECDSA key'   | ['-t', 'ecdsa']
    'of a CertificateFile'  | ['-t', 'ed25519']
    'in the agent'          | ['-t', 'rsa', '-b', '2048']
  }
}
