package kit.shell

import static kit.shell.LocalShells.run

import java.nio.file.Path
import java.time.Duration
import kit.spi.Sh
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Files that a script needs for a while, and that may hold passwords, where the script is ended. */
@Timeout(60)
class LeftoverSpec extends Specification {

  @TempDir Path folder
  @AutoCleanup Connections connections

  private List<String> left() { folder.toFile().list() as List }

  private static int ended(Process process) {
    process.waitFor()
  }

  def "#shell: what takes too long leaves nothing"() {
    given:
    connections = LocalShells.connections(shell)
    def target = connections.open('here', Optional.empty())
    def script = "n=\$(mktemp -p '$folder') || exit\n${Sh.atExit('rm -f -- "$n"')}echo secret >\"\$n\"; $waits"

    when:
    def output = run(target, script, timeout: Duration.ofSeconds(1))

    then:
    output.timedOut()
    left() == []

    where:
    [shell, waits] << [LocalShells.ALL, ['sleep 60', 'cat /dev/zero >/dev/null', '( sleep 60 ) | cat']].combinations()
  }

  def "#shell: SIG#signal leaves nothing"() {
    given:
    def script = "n=\$(mktemp -p '$folder') || exit\n${Sh.atExit('rm -f -- "$n"')}: & kill -$signal \$\$; sleep 1; echo went on"
    def process = new ProcessBuilder([*words, '-c', script as String]).redirectErrorStream(true).start()

    expect:
    process.inputStream.text == ''
    ended(process) == 143
    left() == []

    where:
    [words, signal] << [[['dash'], ['bash'], ['busybox', 'sh']], ['HUP', 'INT', 'TERM', 'PIPE']].combinations()
    shell = words.join(' ')
  }

  def "#shell: the name of a file for an upload, which nobody reads any more, leaves no file"() {
    given:
    def file = folder.resolve('file')
    def upload = folder.resolve('upload.sh')
    upload.toFile().text = "${Texts.of(Texts.WRITE)}\nsleep 0.3; kit_upload '$file' .kit-family-name\necho went on\n"
    file.toFile().text = 'old'

    when:
    def process = new ProcessBuilder(*words, '-c', "${words.join(' ')} $upload | :").redirectErrorStream(true).start()

    then:
    !process.inputStream.text.contains('went on')
    ended(process) == 0
    left().sort() == ['file', 'upload.sh']

    where:
    words << [['dash'], ['bash'], ['busybox', 'sh']]
    shell = words.join(' ')
  }
}
