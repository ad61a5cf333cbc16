package kit.shell

import static kit.shell.LocalShells.run
import static kit.shell.LocalShells.runAll

import java.time.Duration
import kit.spi.Output
import kit.spi.Probe
import kit.spi.Query
import kit.spi.Resource
import kit.spi.Step
import kit.target.Apply
import kit.target.Frame
import kit.target.Target
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(60)
class AgentSpec extends Specification {
  static final List<String> SHELLS = LocalShells.ALL
  @AutoCleanup
  Connections connections

  Target target(String shell) {
    connections = LocalShells.connections(shell)
    connections.open('here', Optional.empty())
  }

  def "#shell runs #script and gives back #rc, #out, #err"() {
    when:
    def output = run(target(shell), script)

    then:
    output.rc() == rc
    output.text() == out
    err == null || output.errors() == err
    !output.timedOut()
    output.dropped() == 0

    where:
    [shell, row] << [SHELLS, [
      ['echo hello', 0, 'hello\n', ''],
      ['printf no-newline', 0, 'no-newline', ''],
      ['echo out; echo err >&2; exit 3', 3, 'out\n', 'err\n'],
      ['true', 0, '', ''],
      ['', 0, '', ''],
      ['cat; echo read: $?', 0, 'read: 0\n', ''],
      ['read x; echo "$x,$?"', 0, ',1\n', ''],
      ['pwd', 0, '/\n', ''],
      ['umask', 0, '0022\n', ''],
      ['echo $LC_ALL', 0, 'C\n', ''],
      ['sh -c "kill -9 \\$\\$" 2>/dev/null; exit $?', 137, '', null],
      ['set -e; false; echo not reached', 1, '', ''],
      ["echo 'it'\"'\"'s'", 0, "it's\n", ''],
      ['printf "\\n\\n"', 0, '\n\n', ''],
    ]].combinations()
    (script, rc, out, err) = row
  }

  def "#shell survives #script"() {
    given:
    def target = target(shell)

    when:
    def first = run(target, script)
    def second = run(target, 'echo alive')

    then:
    first.rc() != 0
    second.rc() == 0
    second.text() == 'alive\n'

    where:
    [shell, script] << [SHELLS, [
      'exit 7', 'if then fi', 'echo "unfinished', 'set -u; echo $nothing_here', 'echo ${x?gone}',
      'readonly a=1; a=2; exit 9', ': >/nonexistent/x; exit 9', 'exec false', 'exec /nonexistent/x',
      'trap "" TERM; exit 4', 'kit_m() { exit; }; false',
      'break; false', 'return 5', 'unset PATH; nothing', 'exec >&-; exit 3', 'exec 2>&-; exit 3', ') ; }', '. /nonexistent'
    ]].combinations()
  }

  def "#shell gives back every byte, and 5 MB on standard error before the first byte of output"() {
    given:
    def target = target(shell)
    def bytes = (0..255).collect { it as byte } as byte[]

    when:
    def all = run(target, 'cat', stdin: bytes)
    def errors = run(target, 'head -c 5000000 /dev/zero >&2; echo done')

    then:
    all.out() == bytes
    errors.text() == 'done\n'
    errors.err().length + errors.dropped() >= 5_000_000
    errors.err().length < 5_000_000

    where:
    shell << SHELLS
  }

  def "#shell passes 100 MB in bounded memory and quickly"() {
    given:
    def target = target(shell)
    def start = System.nanoTime()

    when:
    def output = run(target, 'echo first; head -c 100000000 /dev/zero; echo last')

    then:
    output.rc() == 0
    output.out().length < 5_000_000
    output.dropped() > 90_000_000
    output.text().startsWith('first\n')
    output.text().endsWith('last\n')
    System.nanoTime() - start < 10_000_000_000L

    where:
    shell << SHELLS
  }

  def "#shell runs steps in order, in their directories and environments, up to the first that fails"() {
    given:
    def target = target(shell)
    def steps = [
      new Step.Run('pwd', Optional.empty(), Optional.of('/usr'), [:], false),
      new Step.Run('echo "$A$B"', Optional.empty(), Optional.empty(), [A: "x'y", B: ' z\n'], false),
      Step.Run.of('exit 3'),
      Step.Run.of('echo never'),
    ]

    def begun = []

    when:
    def reply = target.exchange(new Frame(
      [new Apply(steps[0..1], Duration.ZERO, [A: 'outer']), new Apply(steps[2..3], Duration.ZERO, [:]), new Apply([steps[0]], Duration.ZERO, [:])],
      [new Said('one')]), { begun << it })

    then: 'the third call was not begun'
    begun == [0, 1]
    reply.outputs()*.collect { it.text() } == [['/usr\n', "x'y z\n\n"], ['']]
    reply.outputs()[1][0].rc() == 3
    reply.answers() == [:]

    where:
    shell << SHELLS
  }

  def "#shell asks questions of one kind at once, after the steps"() {
    given:
    def target = target(shell)
    def file = File.createTempFile('kit', 'asked')

    when:
    def reply = target.exchange(new Frame(
      [new Apply([Step.Run.of("echo changed >'$file'")], Duration.ZERO, [:])],
      [new Said('one'), new Said("two'"), new Line(file.path)]), {})

    then:
    reply.answers() == [(new Said('one')): 'one of 2', (new Said("two'")): "two' of 2", (new Line(file.path)): 'changed']

    cleanup:
    file.delete()

    where:
    shell << SHELLS
  }

  def "#shell ends what takes too long, with its children, and goes on"() {
    given:
    def target = target(shell)
    def mark = "31${System.nanoTime() % 100000}"

    when:
    def output = runAll(target, [Step.Run.of("echo before; $script")], Duration.ofMillis(400))
    def after = run(target, 'echo alive')

    then:
    output.size() == 1
    output[0].timedOut()
    output[0].rc() != 0
    output[0].text().startsWith('before\n')
    after.text() == 'alive\n'
    !living(['sleep', '300'])

    where:
    [shell, script] << [SHELLS, [
      'sleep 300; echo not reached', "sh -c 'sleep 300; echo child'; echo not reached",
      "trap 'exit 0' TERM; sleep 300 & wait", 'while :; do :; done', 'sleep 300 | cat']].combinations()
  }

  def "#shell kills what ignores TERM"() {
    given:
    def target = target(shell)

    when:
    def output = runAll(target, [Step.Run.of("trap '' TERM; sleep 301; sleep 301")], Duration.ofMillis(300))

    then:
    output[0].timedOut()
    output[0].rc() == 137
    run(target, 'echo alive').text() == 'alive\n'
    !living(['sleep', '301'])

    where:
    shell << SHELLS
  }

  def "#shell also ends what has left the tree, and only what this call started: #script"() {
    given:
    def target = target(shell)
    run(target, 'setsid sleep 312 </dev/null >/dev/null 2>&1 & echo started')

    when:
    def output = runAll(target, [Step.Run.of(script)], Duration.ofMillis(600))

    then:
    output[0].timedOut()
    run(target, 'echo alive').text() == 'alive\n'
    !running('sleep 313')
    running('sleep 312')

    cleanup:
    ['pkill', '-fx', 'sleep 312'].execute().waitFor()

    where:
    [shell, script] << [SHELLS, [
      'setsid sleep 313 </dev/null >/dev/null 2>&1 & sleep 300',
      '(setsid sh -c "sleep 313; :" &) </dev/null >/dev/null 2>&1; sleep 300',
      "trap '' TERM; setsid sleep 313 & exec sleep 300"]].combinations()
  }

  def "#shell does not wait for what was left in the background"() {
    given:
    def target = target(shell)
    def start = System.nanoTime()

    when:
    def output = run(target, 'sleep 3 & echo hi')
    def took = System.nanoTime() - start

    then:
    output.text() == 'hi\n'
    took < 2_000_000_000L
    run(target, 'echo alive').text() == 'alive\n'

    where:
    shell << SHELLS
  }

  def "#shell takes big standard input, and input that nobody reads"() {
    given:
    def target = target(shell)
    def big = new byte[3_000_000]
    new Random(7).nextBytes(big)

    expect:
    run(target, 'sha256sum | cut -d" " -f1', stdin: big).text().trim() == kit.spi.Source.sha256(big)
    run(target, 'exit 4', stdin: big).rc() == 4
    run(target, 'exit 5', stdin: new byte[20_000]).rc() == 5
    run(target, 'ls /tmp/.kit-* 2>/dev/null').text() == ''

    where:
    shell << SHELLS
  }

  def "stopping unblocks who waits and ends what runs"() {
    given:
    def target = target('dash')
    def failure = null
    def thread = Thread.start {
      try {
        run(target, 'sleep 302')
      } catch (Throwable e) {
        failure = e
      }
    }
    while (!living(['sleep', '302'])) sleep 20

    when:
    def start = System.nanoTime()
    connections.close()
    thread.join(3000)

    then:
    System.nanoTime() - start < 2_500_000_000L
    failure instanceof kit.target.Unreachable
    failure.sent()
    !living(['sleep', '302'])
  }

  static boolean living(List<String> command) {
    ProcessHandle.allProcesses().anyMatch {
      it.info().arguments().map { it.toList() }.orElse(null) == command.tail() &&
        it.info().command().orElse('').endsWith(command[0])
    }
  }

  /** By its command line: a busybox has another name than what it runs as. */
  static boolean running(String line) {
    ProcessHandle.allProcesses().anyMatch { new File("/proc/${it.pid()}/cmdline").with { exists() && text.replace('\0', ' ').trim() == line } }
  }

  static record Said(String word) implements Query<String> {
    @Override
    Probe<String> probe(List<Query<String>> batch) {
      new Probe<String>("echo ${batch.size()}".toString(), { Output o -> batch.collect { ((Said) it).word() + ' of ' + o.text().trim() } })
    }

    @Override
    Set<Resource> about() { [] as Set }
  }

  static record Line(String path) implements Query<String> {
    @Override
    Probe<String> probe(List<Query<String>> batch) {
      new Probe<String>("cat '${path}'".toString(), { Output o -> [o.text().trim()] })
    }

    @Override
    Set<Resource> about() { [] as Set }
  }
}
