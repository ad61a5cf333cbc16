package kit.modules.packages

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.modules.packages.DebconfAnswer.Found
import kit.spi.Change
import kit.spi.Output
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification

class DebconfSpec extends Specification {

  def "#arguments where it is #found: #said"() {
    given:
    def plan = make(Debconf, [name: 'p', question: 'p/q', vtype: 'string', value: 'x'] + arguments)
      .plan(new FakeHost(answers: [(new DebconfAnswer('p', 'p/q')): found]))

    expect:
    (plan instanceof Plan.Unchanged ? plan.why() : plan instanceof Plan.Refused ? plan.message()
      : "${new String(plan.steps()[0].stdin().get()).trim()} | ${plan.steps()[0].script().trim()}".toString()) == said

    where:
    arguments                            | found                                       || said
    [:]                                  | new Found(Optional.empty(), false, true)    || 'p p/q string x | debconf-set-selections'
    [:]                                  | new Found(Optional.of('x'), true, true)     || 'p/q is answered'
    [:]                                  | new Found(Optional.of('x'), false, true)    || 'p p/q string x | debconf-set-selections'
    [unseen: true]                       | new Found(Optional.of('x'), false, true)    || 'p/q is answered'
    [unseen: true]                       | new Found(Optional.of('y'), true, true)     || 'p p/q string x | debconf-set-selections -u'
    [vtype: 'boolean', value: 'True']    | new Found(Optional.of('true'), true, true)  || 'p/q is answered'
    [:]                                  | new Found(Optional.empty(), false, false)   || 'debconf cannot be asked on this host'
  }

  def "a password is shown nowhere"() {
    given:
    def plan = make(Debconf, name: 'p', question: 'p/q', vtype: 'password', value: 'canary')
      .plan(new FakeHost(answers: [(new DebconfAnswer('p', 'p/q')): new Found(Optional.of('old-canary'), true, true)])) as Change

    expect:
    !plan.diffs().toString().contains('canary')
    !plan.values().toString().contains('canary')
    !plan.summary().contains('canary')
    !plan.steps()[0].script().contains('canary')
  }

  def "#arguments is an error"() {
    when:
    make(Debconf, [name: 'p', question: 'p/q', vtype: 'string', value: 'x'] + arguments).plan(new FakeHost())

    then:
    thrown(PlanException)

    where:
    arguments << [[name: ''], [question: 'a b'], [value: 'a\nb']]
  }

  def "reads what the probe prints"() {
    given:
    def questions = (1..3).collect { new DebconfAnswer('p', "$it".toString()) }

    expect:
    questions[0].probe(questions).reader().apply(Output.of(0, '0 some text\n0 true\n\03610 p/x doesn\'t exist\n10 p/x doesn\'t exist\n\036\036', '')) ==
      [new Found(Optional.of('some text'), true, true), new Found(Optional.empty(), false, true), new Found(Optional.empty(), false, false)]
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "really answers"() {
    given:
    def host = Testbed.host('d2')
    host.sh('echo PURGE | debconf-communicate kit-test')

    expect:
    converges(host, make(Debconf, name: 'kit-test', question: 'kit-test/level', vtype: 'select', value: 'Very high, "x"'))
    converges(host, make(Debconf, name: 'kit-test', question: 'kit-test/secret', vtype: 'password', value: "it's \$x"))
    host.sh('echo GET kit-test/secret | debconf-communicate').text() == "0 it's \$x\n"
    host.sh('debconf-show kit-test').text().contains('* kit-test/level: Very high, "x"')
    (Testbed.minimal().plan(make(Debconf, name: 'a', question: 'a/b', vtype: 'string', value: 'x')) as Plan.Refused).message() == 'debconf cannot be asked on this host'

    cleanup:
    host?.sh('echo PURGE | debconf-communicate kit-test')
  }
}
