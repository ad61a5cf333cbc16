package kit.shell

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Duration
import kit.query.Safeguard
import kit.query.Safeguard.Verdict
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** The sh that puts things back, under each shell that may be sh on a host; only root may have it do so. */
@Requires({ System.getProperty('user.name') == 'root' })
class SafeguardSpec extends Specification {

  @TempDir Path temp
  @AutoCleanup Connections connections
  final safeguard = new Safeguard(UUID.randomUUID().toString().replace('-', ''))
  final folder = new File("/tmp/kit-confirm-$safeguard.id")
  File file
  File fresh
  File rules

  def setup() {
    file = temp.resolve("it's").toFile()
    fresh = temp.resolve('fresh').toFile()
    rules = temp.resolve('rules').toFile()
    file.text = 'before\n'
    Files.setPosixFilePermissions(file.toPath(), PosixFilePermissions.fromString('rw-r-----'))
    program('iptables-save', 'cat RULES')
    program('iptables-restore', 'cat >RULES')
    program('ip6tables-save', 'exit 1')
    rules.text = '*filter\n:INPUT ACCEPT [5:7]\n:MINE - [0:0]\n-A INPUT -j MINE\nCOMMIT\n'
  }

  def cleanup() {
    folder.deleteDir()
  }

  def "#shell: when nobody comes in time all is as before"() {
    given:
    def target = target(shell)
    def before = rules.text

    when:
    def begun = arm(target, 1, "echo reverted >>'$temp/log'", "umask >>'$temp/log'; exit 0")

    then:
    begun.rc() == 0
    begun.text() + begun.errors() == ''
    Files.getPosixFilePermissions(folder.toPath())*.name() as Set == ['OWNER_READ', 'OWNER_WRITE', 'OWNER_EXECUTE'] as Set
    folder.listFiles().findAll { it.file }.every { Files.getPosixFilePermissions(it.toPath())*.name().every { it.startsWith('OWNER') } || it.name == 'file.2' }

    when:
    change()

    then:
    new PollingConditions(timeout: 10, delay: 0.1).eventually { assert new File(folder, 'outcome').exists() }
    file.text == 'before\n'
    PosixFilePermissions.toString(Files.getPosixFilePermissions(file.toPath())) == 'rw-r-----'
    !fresh.exists()
    rules.text == before + '*nat\n:PREROUTING ACCEPT [0:0]\nCOMMIT\n'
    temp.resolve('log').toFile().text == 'reverted\n0022\n'
    folder.list() as Set == ['outcome', 'said', 'verdict', 'pid'] as Set

    and: 'who comes later is told'
    LocalShells.run(target, safeguard.check()).rc() != 0
    with(answer(target, safeguard.confirm())) {
      verdict() == Verdict.REVERTED
      whole()
      time() ==~ /\d\d:\d\d:\d\d/
      said() == ''
    }
    !folder.exists()
    answer(target, safeguard.look()).verdict() == Verdict.GONE

    where:
    shell << LocalShells.ALL
  }

  def "#shell: when it is confirmed all stays, and nothing is left"() {
    given:
    def target = target(shell)
    arm(target, 60)
    change()

    expect:
    answer(target, safeguard.look()).verdict() == Verdict.PENDING
    LocalShells.run(target, safeguard.check()).rc() == 0
    answer(target, safeguard.confirm()).verdict() == Verdict.CONFIRMED
    file.text == 'after\n'
    fresh.exists()
    rules.text.contains('nat')
    !folder.exists()
    new PollingConditions(timeout: 5, delay: 0.1).eventually { assert !processes().contains(safeguard.id()) }

    where:
    shell << LocalShells.ALL
  }

  def "#shell: it can be told to put things back at once"() {
    given:
    def target = target(shell)
    arm(target, 60)
    change()

    expect:
    answer(target, safeguard.undo()).verdict() == Verdict.REVERTED
    file.text == 'before\n'
    !fresh.exists()
    !folder.exists()

    where:
    shell << LocalShells.ALL
  }

  def "what goes wrong in putting things back is told, and the rest is done"() {
    given:
    def target = target(LocalShells.ALL[0])
    arm(target, 60, 'echo this went wrong >&2; exit 3')
    change()

    expect:
    with(answer(target, safeguard.undo())) {
      verdict() == Verdict.REVERTED
      !whole()
      said() == ': this went wrong'
    }
    file.text == 'before\n'
  }

  def "at the deadline one of both decides, never both"() {
    given:
    def target = target(LocalShells.ALL[0])

    when:
    def answers = (0..5).collect { round ->
      file.text = 'before\n'
      def each = new Safeguard(UUID.randomUUID().toString().replace('-', ''))
      LocalShells.run(target, each.arm(Duration.ofSeconds(1), [file.path], []))
      file.text = 'after\n'
      sleep 900 + 20 * round
      def verdict = answer(target, each.confirm()).verdict()
      sleep 300
      [verdict, file.text.trim()]
    }

    then:
    answers.every { it in [[Verdict.CONFIRMED, 'after'], [Verdict.REVERTED, 'before']] }
  }

  def "a confirmation counts even if what would put things back was killed"() {
    given:
    def target = target(LocalShells.ALL[0])
    arm(target, 60)
    change()
    def pid = new File(folder, 'pid').text.trim()
    ['kill', '-9', pid].execute().waitFor()

    expect:
    answer(target, safeguard.confirm()).verdict() == Verdict.CONFIRMED
    file.text == 'after\n'
  }

  def "it does not begin with #what"() {
    when:
    def begun = LocalShells.run(target(LocalShells.ALL[0]), safeguard.arm(Duration.ofSeconds(5), [path.replace('TEMP', "$temp")], []))

    then:
    begun.rc() != 0
    begun.errors().trim().endsWith(message)
    !folder.exists()

    where:
    what          | path   || message
    'a directory' | 'TEMP' || 'is a directory: name its files'
  }

  private void change() {
    file.text = 'after\n'
    Files.setPosixFilePermissions(file.toPath(), PosixFilePermissions.fromString('rw-rw-rw-'))
    fresh.text = 'new\n'
    rules.text = '*nat\n:PREROUTING DROP [1:1]\n:OTHER - [0:0]\n-A PREROUTING -j OTHER\nCOMMIT\n*filter\n:INPUT DROP [0:0]\nCOMMIT\n'
  }

  private arm(target, int seconds, String... revert) {
    LocalShells.run(target, safeguard.arm(Duration.ofSeconds(seconds), [file.path, fresh.path], revert as List))
  }

  private static answer(target, String script) {
    def output = LocalShells.run(target, script)
    assert output.rc() == 0: output.errors()
    Safeguard.answer(output.text())
  }

  private target(String shell) {
    connections = LocalShells.connections(shell, [path: "$temp/bin:${System.getenv('PATH')}".toString()])
    connections.open('here', Optional.empty())
  }

  private void program(String name, String text) {
    def path = temp.resolve('bin').resolve(name)
    Files.createDirectories(path.parent)
    path.toFile().text = "#!/bin/sh\n${text.replace('RULES', "'$temp/rules'")}\n"
    path.toFile().executable = true
  }

  private static String processes() { ['ps', '-ef'].execute().text }
}
