package kit.modules.commands

import static kit.modules.Calls.make

import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.spi.Plan
import spock.lang.Specification

class SpokenSpec extends Specification {

  def "#type.simpleName with #arguments says #says"() {
    when:
    def plan = make(arguments, type).plan(new FakeHost())

    then:
    plan.class == kind
    (plan instanceof Plan.Refused ? plan.message() : plan.why()) == says

    where:
    type    | arguments                              || kind           | says
    Debug   | [msg: 'text']                          || Plan.Unchanged | 'text'
    Debug   | [msg: [a: 1]]                          || Plan.Unchanged | '{a=1}'
    Fail    | [msg: 'why']                           || Plan.Refused   | 'why'
    Ensure  | [that: true]                           || Plan.Unchanged | 'all assertions passed'
    Ensure  | [that: true, quiet: true]              || Plan.Unchanged | ''
    Ensure  | [that: [true, true], successMsg: 'ok'] || Plan.Unchanged | 'ok'
    Ensure  | [that: false]                          || Plan.Refused   | 'the condition does not hold'
    Ensure  | [that: [true, false]]                  || Plan.Refused   | 'condition 2 does not hold'
    Ensure  | [that: false, failMsg: 'because']      || Plan.Refused   | 'because'
    SetFact | [variables: [a: 1, b: 2]]              || Plan.Unchanged | 'set a, b'
  }

  def "ping really asks"() {
    expect:
    new ShellHost(['sh']).plan(make(Ping)).values() == [ping: 'pong']
    new FakeHost(answers: [(new Ping.Alive()): false]).with { make(Ping).plan(it) } instanceof Plan.Refused
  }
}
