package kit.modules.commands

import static kit.modules.Calls.make

import kit.fixture.FakeHost
import kit.fixture.Shells
import kit.spi.PlanException
import kit.spi.Step
import spock.lang.Requires
import spock.lang.Specification

class RawSpec extends Specification {

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "gives the text to #shell and takes nothing off what comes back"() {
    given:
    def host = shell.host()
    def plan = host.plan(make(Raw, arguments))

    expect:
    plan.opaque()
    def fields = plan.reader().apply(plan.steps().collect { host.step(it) })
    [fields.rc, fields.stdout] == [rc, out]

    where:
    [shell, row] << [Shells.all(), [
      [[cmd: 'echo a | tr a b; echo; exit 3'], 3, 'b\n\n'],
      [[cmd: '[[ a == a ]] && echo yes', executable: '/bin/bash'], 0, 'yes\n'],
    ]].combinations()
    arguments = row[0]
    rc = row[1]
    out = row[2]
  }

  def "adds nothing to the text"() {
    expect:
    make(Raw, cmd: 'opkg update').plan(new FakeHost()).steps() == [Step.Run.of('opkg update')]
  }

  def "refuses an empty text"() {
    when:
    make(Raw, cmd: ' \n').plan(new FakeHost())

    then:
    thrown(PlanException)
  }
}
