package kit.report

import spock.lang.Specification

class SameAnswersSpec extends Specification {

  def "hosts with equal answers make one group, the largest first"() {
    given:
    def answers = new SameAnswers()
    answers.add('w1', ['down'])
    ['w2', 'w3'].each { answers.add(it, ['up', '3 days']) }
    answers.add('w4', ['late'])

    expect:
    answers.groups()*.hosts() == [['w2', 'w3'], ['w1'], ['w4']]
    answers.groups()[0].lines() == ['up', '3 days']
    answers.hosts() == 4
  }

  def "a host may answer in pieces"() {
    given:
    def answers = new SameAnswers()
    answers.add('w1', ['a'])
    answers.add('w2', ['a', 'b'])
    answers.add('w1', ['b'])

    expect:
    answers.groups()*.hosts() == [['w1', 'w2']]
  }

  def "#hosts of #of hosts are called #named"() {
    expect:
    new SameAnswers.Group((1..hosts).collect { "w$it" as String }, []).named(of) == named

    where:
    hosts | of || named
    1     | 1  || 'w1'
    2     | 2  || 'w1, w2'
    2     | 9  || 'w1, w2'
    50    | 50 || '50 hosts'
    48    | 50 || '48 hosts (w1, w2, w3, w4, w5 and 43 more)'
  }
}
