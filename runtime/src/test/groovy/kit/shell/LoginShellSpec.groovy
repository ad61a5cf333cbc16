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
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** Users whose login shell is not sh, talks, or does nothing. */
@Timeout(60)
class LoginShellSpec extends Specification {
  @Shared
  Testbed bed
  @AutoCleanup
  Connections connections

  def setupSpec() {
    bed = Testbed.need()
    inside('''
      id shelly >/dev/null 2>&1 || useradd -m shelly
      echo shelly:shelly-pw | chpasswd
      mkdir -p /home/shelly/.ssh; cp /root/.ssh/authorized_keys /home/shelly/.ssh/; chown -R shelly /home/shelly/.ssh
      echo 'shelly ALL=(ALL) ALL' >/etc/sudoers.d/login-shell-spec; chmod 0440 /etc/sudoers.d/login-shell-spec
    ''')
  }

  def cleanupSpec() {
    if (bed) inside('pkill -u shelly; userdel -r shelly; rm -f /etc/sudoers.d/login-shell-spec')
  }

  String inside(String script) {
    Testbed.local('docker', 'exec', bed.container('d1'), 'sh', '-c', script)
  }

  Target open(String shell, Become become = null) {
    inside("usermod -s $shell shelly; rm -f /home/shelly/.bashrc /home/shelly/.cshrc /home/shelly/.config/fish/config.fish; chown -R shelly /home/shelly")
    again(become)
  }

  Target again(Become become = null, Map vars = [:]) {
    def settings = bed.settings(becomePassword: Password.of(become?.method() == 'su' ? 'become-me' : 'shelly-pw'))
    connections = new Connections(new Endpoints({ bed.variables([ansible_user: 'shelly'] + vars, 'd1') }, settings).&of, new SshTransport(settings.asker()))
    connections.open('d1', Optional.ofNullable(become))
  }

  private static final List<String> SHELLS = ['/bin/bash', '/bin/dash', '/bin/tcsh', '/usr/bin/fish', '/bin/busybox-ash']

  def "#shell, #how: all is as it is with sh"() {
    given:
    inside("test -e /bin/busybox-ash || printf '#!/bin/sh\\nexec busybox ash \"\$@\"\\n' >/bin/busybox-ash; chmod 755 /bin/busybox-ash")
    def user = become ? become.user() : 'shelly'
    def target = open(shell, become)
    def bytes = new byte[200_000]
    new Random(7).nextBytes(bytes)
    def path = "/tmp/it's !a \$HOME \\n`id`"

    expect:
    run(target, 'id -un; cat; echo \\\\ "$0"').text() == "$user\n\\ sh\n"
    LocalShells.write(target, path: path, content: bytes).with { [rc(), errors()] } == [0, '']
    run(target, "sha256sum <${kit.spi.Sh.quote(path)}; rm ${kit.spi.Sh.quote(path)}").text() == Source.sha256(bytes) + '  -\n'
    run(target, 'wc -c', stdin: bytes).text() == '200000\n'
    runAll(target, [Step.Run.of('echo before; sleep 309')], Duration.ofSeconds(1))[0].with { [timedOut(), text()] } == [true, 'before\n']
    run(target, 'ps -eo args | grep "[s]leep 309"').text() == ''

    where:
    [shell, become] << [SHELLS, [null, Become.ROOT, new Become('secretive', 'su')]].combinations()
    how = become ? become.method() : 'no other user'
  }

  def "noise of the login shell does not matter: #what"() {
    given:
    open(shell)
    connections.close()
    inside("mkdir -p /home/shelly/.config/fish; printf '%b' '$content' >/home/shelly/$file; chown -R shelly /home/shelly")

    expect:
    run(again(become), 'id -un; cat').with { [text(), errors()] } == [become ? 'root\n' : 'shelly\n', '']

    where:
    [row, become] << [[['bash prints', '/bin/bash', '.bashrc', 'echo NOISE; echo Password: ; echo ERR >&2; printf unended\\n'],
      ['bash prints much', '/bin/bash', '.bashrc', 'seq 1 20000; seq 1 20000 >&2\\n'],
      ['bash fails', '/bin/bash', '.bashrc', 'nosuchthing; false\\n'],
      ['bash changes folder and options', '/bin/bash', '.bashrc', 'cd /nonexistent; set -u; umask 077; alias sh=false; PS1=x\\n'],
      ['tcsh prints', '/bin/tcsh', '.cshrc', 'echo NOISE\\n'],
      ['fish prints', '/usr/bin/fish', '.config/fish/config.fish', 'echo NOISE; echo ERR >&2\\n']], [null, Become.ROOT]].combinations()
    (what, shell, file, content) = row
  }

  def "a login shell that runs nothing is told: #shell"() {
    given:
    inside('printf "#!/bin/sh\\nsleep 60\\n" >/bin/sleepy; printf "#!/bin/sh\\necho Welcome to the menu; cat >/dev/null\\n" >/bin/menu; chmod 755 /bin/sleepy /bin/menu')
    open('/bin/bash')
    connections.close()
    inside("usermod -s $shell shelly")
    def start = System.nanoTime()

    when:
    run(again(null, [ansible_become_timeout: 2]), 'id')

    then:
    def e = thrown(Unreachable)
    e.problems()[0].message() ==~ message
    e.problems()[0].hint().contains('ssh shelly@127.0.0.1')
    !e.sent()
    System.nanoTime() - start < 8_000_000_000L

    where:
    shell               || message
    '/usr/sbin/nologin' || /d1 gives shelly no shell: This account is currently not available./
    '/bin/false'        || /d1 gives shelly no shell: exit status 1/
    '/bin/rbash'        || /d1 gives shelly no shell: .*exec: restricted/
    '/bin/sleepy'       || /the shell on d1 did not get ready within 2 s/
    '/bin/menu'         || /the shell on d1 did not get ready within 2 s; it said: Welcome to the menu/
  }

  def "a forced command is told"() {
    given:
    open('/bin/bash')
    connections.close()
    inside('sed -i \'s/^ssh/command="echo only this",restrict ssh/\' /home/shelly/.ssh/authorized_keys')

    when:
    run(again(), 'id')

    then:
    def e = thrown(Unreachable)
    e.message.contains('d1 gives shelly no shell: only this')

    cleanup:
    inside('cp /root/.ssh/authorized_keys /home/shelly/.ssh/; chown -R shelly /home/shelly/.ssh')
  }
}
