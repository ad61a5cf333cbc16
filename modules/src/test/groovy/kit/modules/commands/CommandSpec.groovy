package kit.modules.commands

import static kit.modules.Calls.make

import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.query.CommandWords
import kit.spi.Change
import kit.spi.Plan
import kit.spi.PlanException
import kit.spi.Resource
import spock.lang.Specification
import spock.lang.TempDir

class CommandSpec extends Specification {
  static SHELLS = [['dash'], ['bash'], ['bash', '--posix'], ['busybox', 'sh']]
  @TempDir File place

  def "runs a program with its words as they are"() {
    when:
    def plan = new ShellHost(shell).plan(make(Command, arguments))

    then:
    plan instanceof Change
    plan.opaque()
    def outputs = plan.steps().collect { new ShellHost(shell).step(it) }
    plan.reader().apply(outputs).subMap(['rc', 'stdout', 'stdoutLines']) ==
      [rc: 0, stdout: out, stdoutLines: out ? out.split('\n') as List : []]

    where:
    [shell, row] << [SHELLS, [
      [[cmd: 'printf %s| a "b c" d\\ e $HOME * ;'], 'a|b c|d e|$HOME|*|;|'],
      [[argv: ['printf', '%s|', "it's", '', '-n']], "it's||-n|"],
      [[cmd: 'cat', stdin: 'two\nlines'], 'two\nlines'],
      [[cmd: 'cat'], ''],
      [[cmd: 'pwd', chdir: '/usr'], '/usr'],
      [[cmd: 'printf "a\\n\\n"'], 'a'],
    ]].combinations()
    arguments = row[0]
    out = row[1]
  }

  def "tells the exit status"() {
    given:
    def host = new ShellHost(shell)
    def plan = host.plan(make(Command, cmd: cmd))

    expect:
    plan.reader().apply(plan.steps().collect { host.step(it) }).rc == rc

    where:
    [shell, cmd, rc] << SHELLS.collectMany { [[it, 'sh -c "exit 7"', 7], [it, 'no-such-program', 127], [it, 'if', 127]] }
  }

  def "does not run when creates or removes say so"() {
    given:
    new File(place, 'a file').text = ''
    def module = make(Command, cmd: 'false', *: arguments.collectEntries { k, v -> [k, v.replace('PLACE', place.path)] })

    expect:
    new ShellHost(shell).plan(module).class.simpleName == plan

    where:
    [shell, row] << [SHELLS, [
      [[creates: 'PLACE/a file'], 'Unchanged'],
      [[creates: 'PLACE/a*e'], 'Unchanged'],
      [[creates: 'PLACE/a [a-f]ile'], 'Unchanged'],
      [[creates: 'a file', chdir: 'PLACE'], 'Unchanged'],
      [[creates: 'PLACE/b*'], 'Change'],
      [[creates: 'PLACE/$(touch PLACE/x)'], 'Change'],
      [[removes: 'PLACE/a file'], 'Change'],
      [[removes: 'PLACE/none'], 'Unchanged'],
      [[removes: '~/none-such'], 'Unchanged'],
    ]].combinations()
    arguments = row[0]
    plan = row[1]
  }

  def "asks for all paths of all calls at once"() {
    given:
    def probe = new Exists('/none').probe([new Exists('/none'), new Exists('/'), new Exists('/et*')])

    expect:
    probe.reader().apply(new ShellHost(shell).sh(probe.script())) == [false, true, true]

    where:
    shell << SHELLS
  }

  def "a command that only reads changes nothing"() {
    when:
    def plan = make(Command, cmd: 'uptime', readOnly: true).plan(new FakeHost())

    then:
    plan.reading()
    plan.touches().empty
    !make(Command, cmd: 'uptime').plan(new FakeHost()).reading()
  }

  def "refuses #arguments"() {
    when:
    make(Command, arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message.contains(message)

    where:
    arguments               || message
    [:]                     || 'nothing to run'
    [cmd: ' ']              || 'nothing to run'
    [cmd: 'a', argv: ['b']] || 'not both'
    [cmd: "echo 'a"]        || "lacks a closing '"
    [cmd: 'echo "a']        || 'lacks a closing "'
    [cmd: 'cd /tmp']        || 'word of the shell'
    [argv: ['a', 'b\0c']]   || 'NUL'
  }

  def "splits as shlex does"() {
    expect:
    CommandWords.split(line) == words

    where:
    line                 || words
    ''                   || []
    'a  b\tc\n'          || ['a', 'b', 'c']
    /a'b c'd "e\"f" ''/  || ['ab cd', 'e"f', '']
    /"a\nb" 'c\d' e\\f/  || [/a\nb/, /c\d/, /e\f/]
  }
}
