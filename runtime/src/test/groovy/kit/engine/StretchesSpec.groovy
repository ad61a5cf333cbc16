package kit.engine

import spock.lang.Specification

class StretchesSpec extends Specification {

  def start = System.nanoTime()
  def stretches = new Stretches()
  def calls = (1..3).collect { new Pending(null, null, null, [], null, null, null, null) }

  def "calls that travel together each get their own time, connecting goes to none"() {
    when:
    stretches.sending(start + 2_000)
    stretches.begins(calls[0], start + 50_000)
    stretches.begins(calls[1], start + 60_000)
    stretches.begins(calls[2], start + 90_000)

    then:
    calls.collect { stretches.ended(it, start + 100_000) } == [10_000, 30_000, 10_000]
  }

  def "a call that has nothing to do does not get the time of those that travel meanwhile"() {
    when:
    stretches.sending(start + 1_000_000)
    stretches.begins(calls[2], start + 1_500_000)

    then:
    stretches.ended(calls[0], start + 9_000_000) <= 1_000_000
    stretches.ended(calls[1], start + 9_000_000) == 0
    stretches.ended(calls[2], start + 9_000_000) == 7_500_000
    stretches.ended(calls[0], start + 9_000_100) == 100
  }
}
