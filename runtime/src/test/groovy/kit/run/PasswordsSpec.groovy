package kit.run

import java.nio.file.Files
import java.nio.file.Path

/** Passwords for logging in and becoming are seen by nobody. */
class PasswordsSpec extends HostSpec {

  static final BECOME = 'become-me'
  static final LOGIN = 'plain-pw'

  static final PLAY = '''\
    play('P') {
      hosts 'all'
      task('Own') { command 'id -un', becomeUser: groups.contains('secret') ? 'root' : 'plain' }
      task('Files') { copy dest: "/tmp/passwords-$host", content: host * 100, notify: 'tell' }
      task('Big') { copy dest: "/tmp/passwords-big-$host", content: 'x' * 300_000 }
      task('Slow') { shell 'sleep 1; echo slow' }
      task('Fails') { command 'false', when: host == 'd2' }
      handler('tell') { command 'id' }
    }
    '''.stripIndent()

  def setup() {
    site.hosts('[secret]', hosts.line('d1', 'secretive', ansible_become_password: BECOME),
      '[open]', hosts.line('d2', 'plain', ansible_password: LOGIN, ansible_ssh_private_key_file: null,
        ansible_ssh_common_args: "'-o UserKnownHostsFile=$hosts.knownHosts -o IdentityFile=/nonexistent'"))
  }

  def cleanup() {
    ['d1', 'd2'].each { hosts.on(it, 'rm -f /tmp/passwords-*') }
  }

  def "neither in what is told, nor in argument lists, nor in files, nor in logs of the hosts: #more"() {
    given:
    def watched = ['d1', 'd2'].collectEntries { [it, watch(it)] }
    def since = hosts.on('d1', 'date +%s')

    when:
    def running = site.start(PLAY, *more)
    def seen = new TreeSet()
    while (running.process.alive) {
      seen.addAll(here())
      sleep 20
    }
    def ran = running.await()

    then:
    ran.code == 2
    ran.text.contains('root')
    [BECOME, LOGIN].every { !ran.text.contains(it) }
    seen.size() > 1
    seen.every { line -> [BECOME, LOGIN].every { !line.contains(it) } }
    watched.every { host, process ->
      hosts.on(host, 'touch /tmp/passwords-stop')
      def lines = process.inputStream.readLines()
      lines.any { it.contains('sleep 1') } && lines.every { line -> [BECOME, LOGIN].every { !line.contains(it) } }
    }
    left().every { file -> [BECOME, LOGIN].every { !file.text.contains(it) } }
    ['d1', 'd2'].every { host ->
      def log = hosts.on(host, "journalctl -o cat --since @$since; cat /var/log/*.log 2>/dev/null || :")
      [BECOME, LOGIN].every { !log.contains(it) }
    }

    where:
    more << [['-vvv', '--diff'], ['-o', 'json']]
  }

  def "not even if a host says one: #more"() {
    given:
    hosts.on('d1', "printf 'the password is $BECOME\\n' >/tmp/passwords-file")

    when:
    def ran = site.run('''\
      play('P') {
        hosts 'd1'
        become()
        task('Says') { println command('cat /tmp/passwords-file').stdout }
        task('Differs') { lineinfile path: '/tmp/passwords-file', line: 'more' }
        task('Fails') { shell 'cat /tmp/passwords-file >&2; exit 3' }
      }
      '''.stripIndent(), *more)

    then:
    ran.code == 2
    ran.text.count('the password is') >= 3
    !ran.text.contains(BECOME)

    where:
    more << [['-vvv', '--diff'], ['-o', 'json']]
  }

  /** What kit left behind in its folder, caches included. */
  private List<File> left() {
    def files = []
    temp.toFile().eachFileRecurse(groovy.io.FileType.FILES) { if (it.name != 'hosts.ini') files << it }
    assert files.size() > 2
    files
  }

  /** The argument lists of this machine's processes. */
  private static List<String> here() {
    Files.newDirectoryStream(Path.of('/proc'), '[0-9]*').withCloseable { folders ->
      folders.collect {
        try {
          Files.readString(it.resolve('cmdline')).replace('\0', ' ')
        } catch (IOException e) {
          '' // it has ended
        }
      }
    }.findAll()
  }

  /** All argument lists on a host, again and again, until told to stop. */
  private Process watch(String host) {
    hosts.on(host, 'rm -f /tmp/passwords-stop')
    def process = new ProcessBuilder('docker', 'exec', '-i', hosts.container(host), 'sh', '-s').redirectErrorStream(true).start()
    process.outputStream.withWriter {
      it << '''
        n=0
        while [ ! -e /tmp/passwords-stop ] && [ $n -lt 1000 ]; do
          for f in /proc/[0-9]*/cmdline; do { tr '\\000' ' ' <$f; echo; } 2>/dev/null; done
          n=$((n + 1)); sleep 0.05
        done | sort -u
        '''
    }
    process
  }
}
