package kit.shell

import static kit.shell.LocalShells.run
import static kit.shell.LocalShells.runAll

import java.time.Duration
import kit.model.Become
import kit.spi.Source
import kit.spi.Step
import kit.target.Target
import kit.target.Unreachable
import kit.transport.Endpoints
import kit.transport.Password
import kit.transport.Testbed
import kit.transport.ssh.SshTransport
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/**
 * Becoming another user on a real host, by every program and under every circumstance in which a
 * password could end up where it does not belong.
 */
@Timeout(120)
class BecomePromptSpec extends Specification {
  static final Map<String, String> PASSWORDS = [alice: 'canary-al1ce', bob: 'canary-b0b', wrong: 'canary-wr0ng']
  static final String LECTURE = 'We trust you have received the usual Lecture.\\nYour password: it is yours alone\\nPassword:\\n'

  @Shared
  Testbed bed
  @AutoCleanup
  Connections connections

  def setupSpec() {
    bed = Testbed.need()
    inside("""
      for u in alice bob; do id \$u >/dev/null 2>&1 || useradd -m -s /bin/bash \$u; done
      printf 'alice:$PASSWORDS.alice\\nbob:$PASSWORDS.bob\\n' | chpasswd
      mkdir -p /home/alice/.ssh; cp /root/.ssh/authorized_keys /home/alice/.ssh/; chown -R alice /home/alice/.ssh
      chmod 700 /home/alice /home/bob
      cp /etc/pam.d/su /root/pam-su; cp /etc/pam.d/doas /root/pam-doas
    """)
  }

  def cleanupSpec() {
    if (bed) {
      plain()
      inside('userdel -r alice; userdel -r bob; rm -f /etc/sudoers.d/become-spec /etc/doas.conf')
    }
  }

  def cleanup() {
    connections?.close()
    plain()
  }

  String inside(String script) {
    Testbed.local('docker', 'exec', bed.container('d1'), 'sh', '-c', script)
  }

  private void plain() {
    inside('cp /root/pam-su /etc/pam.d/su; cp /root/pam-doas /etc/pam.d/doas; rm -f /etc/sudoers.d/become-spec /etc/doas.conf; rm -rf /run/sudo/ts/* /run/doas/*; chage -d 20000 alice; chage -d 20000 bob')
  }

  void sudoers(String text) {
    inside("printf '%b' '$text\\n' >/etc/sudoers.d/become-spec; chmod 0440 /etc/sudoers.d/become-spec; visudo -cq || echo BAD")
  }

  void doas(String text) {
    inside("printf '%b' '$text\\n' >/etc/doas.conf; chmod 0400 /etc/doas.conf")
  }

  void lecture(String service) {
    inside("printf '%b' '$LECTURE' >/etc/lecture; sed -i '1i auth optional pam_echo.so file=/etc/lecture' /etc/pam.d/$service")
  }

  Target open(Map vars = [:], String method, String user, String password) {
    def settings = bed.settings(becomePassword: password ? Password.of(PASSWORDS[password]) : null)
    connections = new Connections(new Endpoints({ bed.variables([ansible_user: 'alice', ansible_become_timeout: 15] + vars, 'd1') }, settings).&of,
      new SshTransport(settings.asker()))
    connections.open('d1', Optional.empty()) // logged in before anything expires
    vars.before?.call()
    connections.open('d1', Optional.of(new Become(user, method)))
  }

  /** How often a password is seen where it must not be. */
  int leaks() {
    def words = PASSWORDS.values().join('\\|')
    inside("""
      { grep -rls '$words' /tmp /home /root /var/log /run /etc /var/mail 2>/dev/null
        journalctl -o cat --since -3min 2>/dev/null | grep -c '$words' | grep -v '^0'
        for f in /proc/[0-9]*/cmdline /proc/[0-9]*/environ; do
          case \$f in /proc/\$\$/*) continue ;; esac
          tr '\\0' ' ' <\$f | grep -v 'grep' | grep -c '$words' | grep -v '^0'
        done; } 2>/dev/null | wc -l""").trim() as int
  }

  def "#method, #situation: becomes #user, and the password goes nowhere else"() {
    given:
    prepare.setDelegate(this)
    prepare.call()
    def target = open(vars, method, user, password)

    expect:
    def output = run(target, 'id -un; cat; echo err >&2')
    output.text() == "$user\n"
    output.errors() == 'err\n'
    run(target, 'echo again').text() == 'again\n'
    leaks() == 0

    when: 'a second shell of the same user'
    inside('chage -d 20000 alice')
    connections.forget('d1')
    def again = connections.open('d1', Optional.of(new Become(user, method)))

    then:
    run(again, 'id -un').text() == "$user\n"
    leaks() == 0

    where:
    method | situation                     | user   | password | vars                                | prepare
    'sudo' | 'NOPASSWD'                    | 'root' | null     | [:]                                 | { sudoers('alice ALL=(ALL) NOPASSWD: ALL') }
    'sudo' | 'NOPASSWD, password known'    | 'root' | 'wrong'  | [:]                                 | { sudoers('alice ALL=(ALL) NOPASSWD: ALL') }
    'sudo' | 'password'                    | 'bob'  | 'alice'  | [:]                                 | { sudoers('alice ALL=(ALL) ALL') }
    'sudo' | 'cached timestamp'            | 'root' | 'alice'  | [:]                                 | { sudoers('Defaults:alice timestamp_type=global\\nalice ALL=(ALL) ALL') }
    'sudo' | 'lecture'                     | 'root' | 'alice'  | [:]                                 | { sudoers('Defaults:alice lecture=always, lecture_file=/etc/lecture\\nalice ALL=(ALL) ALL'); lecture('other') }
    'sudo' | 'requiretty'                  | 'bob'  | 'alice'  | [:]                                 | { sudoers('Defaults requiretty\\nalice ALL=(ALL) ALL') }
    'sudo' | 'requiretty, NOPASSWD'        | 'root' | null     | [:]                                 | { sudoers('Defaults requiretty\\nalice ALL=(ALL) NOPASSWD: ALL') }
    'sudo' | 'requiretty, use_pty'         | 'root' | 'alice'  | [:]                                 | { sudoers('Defaults requiretty, use_pty, lecture=always\\nalice ALL=(ALL) ALL') }
    'sudo' | 'use_pty'                     | 'root' | 'alice'  | [:]                                 | { sudoers('Defaults use_pty\\nalice ALL=(ALL) ALL') }
    'sudo' | 'NOPASSWD, expired'           | 'root' | 'alice'  | [before: { inside('chage -d 0 alice') }] | { sudoers('alice ALL=(ALL) NOPASSWD: ALL') }
    'su'   | 'password'                    | 'bob'  | 'bob'    | [:]                                 | { }
    'su'   | 'NOPASSWD (root)'             | 'bob'  | null     | [ansible_user: 'root']              | { }
    'su'   | 'NOPASSWD, password known'    | 'bob'  | 'wrong'  | [ansible_user: 'root']              | { }
    'su'   | 'NOPASSWD (PAM)'              | 'bob'  | null     | [:]                                 | { inside("sed -i '1i auth sufficient pam_permit.so' /etc/pam.d/su") }
    'su'   | 'NOPASSWD (PAM), known'       | 'bob'  | 'wrong'  | [:]                                 | { inside("sed -i '1i auth sufficient pam_permit.so' /etc/pam.d/su") }
    'su'   | 'lecture'                     | 'bob'  | 'bob'    | [:]                                 | { lecture('su') }
    'doas' | 'NOPASSWD'                    | 'root' | null     | [:]                                 | { doas('permit nopass alice') }
    'doas' | 'NOPASSWD, password known'    | 'root' | 'wrong'  | [:]                                 | { doas('permit nopass alice') }
    'doas' | 'password'                    | 'bob'  | 'alice'  | [:]                                 | { doas('permit alice') }
    'doas' | 'cached timestamp'            | 'root' | 'alice'  | [:]                                 | { doas('permit persist alice') }
    'doas' | 'lecture'                     | 'root' | 'alice'  | [:]                                 | { doas('permit alice'); lecture('doas') }
  }

  def "#method, #situation: is refused in time, in so many words"() {
    given:
    prepare.setDelegate(this)
    prepare.call()
    def start = System.nanoTime()

    when:
    run(open(vars, method, user, password), 'id')

    then:
    def e = thrown(Unreachable)
    e.problems()[0].message() ==~ message
    !e.sent()
    !e.message.contains('canary')
    System.nanoTime() - start < 12_000_000_000L
    leaks() == 0

    where:
    method | situation         | user   | password | message                                              | vars | prepare
    'sudo' | 'wrong'           | 'root' | 'wrong'  | /sudo refused the password for alice on d1/                | [:]  | { sudoers('alice ALL=(ALL) ALL') }
    'sudo' | 'none known'      | 'root' | null     | /sudo on d1 wants a password/                              | [:]  | { sudoers('alice ALL=(ALL) ALL') }
    'sudo' | 'no right'        | 'root' | 'alice'  | /alice may not use sudo on d1/                             | [:]  | { }
    'sudo' | 'expired'         | 'root' | 'alice'  | /the password of alice on d1 has expired/                  | [before: { inside('chage -d 0 alice') }] | { sudoers('alice ALL=(ALL) ALL') }
    'sudo' | 'requiretty, wrong' | 'root' | 'wrong' | /sudo refused the password for alice on d1/                | [:]  | { sudoers('Defaults requiretty\\nalice ALL=(ALL) ALL') }
    'sudo' | 'requiretty, none' | 'root' | null    | /sudo on d1 wants a password/                              | [:]  | { sudoers('Defaults requiretty\\nalice ALL=(ALL) ALL') }
    'su'   | 'wrong'           | 'bob'  | 'wrong'  | /su refused the password for bob on d1/                    | [:]  | { }
    'su'   | 'lecture, wrong'  | 'bob'  | 'wrong'  | /su refused the password for bob on d1/                    | [:]  | { lecture('su') }
    'su'   | 'none known'      | 'bob'  | null     | /su on d1 wants a password/                                | [:]  | { }
    'su'   | 'expired'         | 'bob'  | 'bob'    | /the password of bob on d1 has expired/                    | [:]  | { inside('chage -d 0 bob') }
    'su'   | 'no such user'    | 'none' | 'bob'    | /there is no user none on d1/                              | [:]  | { }
    'su'   | 'no login shell'  | 'daemon' | null   | /the login shell of daemon on d1 runs nothing: .*/         | [:]  | { inside("sed -i '1i auth sufficient pam_permit.so' /etc/pam.d/su") }
    'doas' | 'wrong'           | 'root' | 'wrong'  | /doas refused the password for alice on d1/                | [:]  | { doas('permit alice') }
    'doas' | 'none known'      | 'root' | null     | /doas on d1 wants a password/                              | [:]  | { doas('permit alice') }
    'doas' | 'no right'        | 'root' | 'alice'  | /alice may not use doas on d1/                             | [:]  | { doas('permit nopass bob') }
    'doas' | 'expired'         | 'root' | 'alice'  | /the password of alice on d1 has expired/                  | [before: { inside('chage -d 0 alice') }] | { doas('permit alice') }
    'doas' | 'no such user'    | 'none' | null     | /there is no user none on d1/                              | [:]  | { doas('permit nopass alice') }
  }

  def "on a terminal everything is as it is without: #method"() {
    given:
    prepare.setDelegate(this)
    prepare.call()
    def target = open(method, 'bob', password)
    def all = (0..255).collect { it as byte } as byte[]

    expect: 'every byte both ways, on both outputs'
    run(target, 'cat', stdin: all).out() == all
    run(target, 'cat >&2', stdin: all).err() == all
    run(target, 'printf out; printf err >&2; exit 3').with { [text(), errors(), rc()] } == ['out', 'err', 3]
    run(target, 'test -t 0 || test -t 1 || test -t 2 || echo none').text() == 'none\n'
    run(target, 'head -c 3000000 /dev/zero').out().length == 3000000 || run(target, 'head -c 3000000 /dev/zero').dropped() > 0
    run(target, 'i=0; while [ $i -lt 20000 ]; do echo line $i; echo error $i >&2; i=$((i+1)); done').with { [text().readLines().size(), errors().readLines().last()] } == [20000, 'error 19999']
    run(target, 'PS1=x; ls /tmp/.kit-* 2>/dev/null').text() == ''

    and: 'files, small and big'
    [1000, 300_000].each { size ->
      def bytes = new byte[size]
      new Random(size).nextBytes(bytes)
      assert LocalShells.write(target, path: "/home/bob/a file's $size", content: bytes, mode: 0600).with { [rc(), errors()] } == [0, '']
      assert run(target, "sha256sum </home/bob/a\\ file\\'s\\ $size; stat -c '%a %U' /home/bob/a\\ file\\'s\\ $size").text() == Source.sha256(bytes) + '  -\n600 bob\n'
    }

    and: 'what takes too long is ended, and the shell stays'
    def late = runAll(target, [Step.Run.of('echo before; sleep 307')], Duration.ofSeconds(1))[0]
    late.timedOut()
    late.text() == 'before\n'
    run(target, 'echo alive; ps -eo args | grep "[s]leep 307"').text() == 'alive\n'
    leaks() == 0

    when: 'the connection is cut while something runs'
    def thread = Thread.start { try { run(target, 'sleep 308') } catch (Unreachable e) { } }
    while (!inside('ps -eo args').contains('sleep 308')) sleep 50
    connections.forget('d1')
    thread.join(5000)
    def end = System.nanoTime() + 12_000_000_000L
    while (inside('ps -eo args').contains('sleep 308') && System.nanoTime() < end) sleep 200

    then:
    !inside('ps -eo args').contains('sleep 308')

    where:
    method | password | prepare
    'sudo' | 'alice'  | { sudoers('Defaults requiretty\\nalice ALL=(ALL) ALL') }
    'sudo' | null     | { sudoers('Defaults requiretty, use_pty\\nalice ALL=(ALL) NOPASSWD: ALL') }
    'su'   | 'bob'    | { }
    'doas' | 'alice'  | { doas('permit alice') }
  }

  def "as another plain user: nothing of #size bytes passes through a file that others may read (#method)"() {
    given:
    prepare.setDelegate(this)
    prepare.call()
    def target = open(method, 'bob', password)
    inside('nohup sh -c \'while :; do find /tmp /var/tmp /home/alice /home/bob -newer /etc/become-start -type f -exec stat -c "%a %U %n" {} +; done\' >/root/seen 2>/dev/null & touch /etc/become-start')

    when:
    def output = LocalShells.write(target, path: '/home/bob/secret', content: 'x' * size, secret: true)
    inside("pkill -f become-start; true")

    then:
    output.rc() == 0
    run(target, 'stat -c "%a %U" /home/bob/secret; wc -c </home/bob/secret').text() == "600 bob\n$size\n"
    inside('grep -v "^600 bob" /root/seen | grep -v ".ssh\\|sudo_as_admin" | sort -u').trim() == ''
    !inside('ls /usr/bin/setfacl 2>&1').startsWith('/usr/bin')

    where:
    [row, size] << [[['sudo', null, { sudoers('alice ALL=(bob) NOPASSWD: ALL') }],
                     ['su', 'bob', { }],
                     ['doas', null, { doas('permit nopass alice as bob') }]], [100, 200_000]].combinations()
    (method, password, prepare) = row
  }

  def "no name of a user is taken for anything else: #name"() {
    when:
    run(open('sudo', name, null), 'id')

    then:
    def e = thrown(kit.model.KitException)
    e.message.contains('is no name of a user') || e.message.contains('there is no user')

    where:
    name << ['-i', 'root -i', 'a\nb', "a'b", '!root', '../root', '$(id)', '`id`']
  }
}
