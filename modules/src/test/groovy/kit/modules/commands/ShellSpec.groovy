package kit.modules.commands

import static kit.modules.Calls.make

import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.spi.PlanException
import spock.lang.Specification

class ShellSpec extends Specification {
  static SHELLS = [['dash'], ['bash'], ['bash', '--posix'], ['busybox', 'sh']]

  def "runs a text"() {
    given:
    def host = new ShellHost(shell)
    def plan = host.plan(make(Shell, arguments))

    expect:
    plan.opaque()
    def fields = plan.reader().apply(plan.steps().collect { host.step(it) })
    [fields.rc, fields.stdout] == [rc, out]

    where:
    [shell, row] << [SHELLS, [
      [[cmd: 'echo a | tr a b; exit 3'], 3, 'b'],
      [[cmd: 'x=1\necho "$x"'], 0, '1'],
      [[cmd: 'cat', stdin: 'in'], 0, 'in'],
      [[cmd: 'cat'], 0, ''],
      [[cmd: 'set -o pipefail; false | true; echo $?', executable: '/bin/bash'], 0, '1'],
      [[cmd: 'cat; [[ a == a ]] && echo "$PWD"', executable: '/bin/bash', stdin: 'in\n', chdir: '/usr'], 0, 'in\n/usr'],
      [[cmd: 'exit 4', executable: '/bin/bash'], 4, ''],
      [[cmd: 'cat <<KIT_END\nhi\nKIT_END\necho "\$((1+1))"', executable: '/bin/bash'], 0, 'hi\n2'],
      [[cmd: 'echo ' + 'x' * 100_000 + ' | wc -c', executable: '/bin/bash'], 0, '100001'],
    ]].combinations()
    arguments = row[0]
    rc = row[1]
    out = row[2]
  }

  def "no process shows the text to other users"() {
    given:
    def host = new ShellHost(shell)
    def text = 'SECRET=hush-hush; cat /proc/self/cmdline /proc/$$/environ | tr "\\0" "\\n"'
    def step = host.plan(make(Shell, cmd: text, executable: executable)).steps()[0]

    expect: 'the fixture gives its script as an argument, so it is read from standard input here'
    def process = new ProcessBuilder(shell).start()
    process.outputStream.withStream { it << step.script() }
    def out = process.inputStream.text
    out.contains('cat')
    !out.contains('hush')

    where:
    shell             | executable
    ['dash']          | '/bin/bash'
    ['bash']          | '/bin/dash'
    ['busybox', 'sh'] | '/bin/bash'
  }

  def "refuses an empty text"() {
    when:
    make(Shell, cmd: ' \n').plan(new FakeHost())

    then:
    thrown(PlanException)
  }
}
