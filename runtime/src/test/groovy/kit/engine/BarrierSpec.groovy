package kit.engine

import static kit.engine.Stage.at
import static kit.engine.Stage.handler
import static kit.engine.Stage.task

import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.Specification
import spock.lang.Timeout

/** Many hosts, few forks: who waits takes no fork, nobody goes on too early, and nobody works who has none. */
@Timeout(60)
class BarrierSpec extends Specification {

  final Stage stage = new Stage(forks: 5, hosts: (1..60).collect { "h$it" as String })
  final working = new AtomicInteger()
  final most = new AtomicInteger()
  final log = Collections.synchronizedList([])

  /** Works for a moment, and notes how many work at once. */
  private void work(String what) {
    most.accumulateAndGet(working.incrementAndGet(), Math::max)
    Thread.sleep(1)
    log << what
    working.decrementAndGet()
  }

  def "60 hosts with 5 forks pass three barriers, never more than 5 at work"() {
    when:
    stage.run(stage.play([task { s ->
      3.times { round ->
        work("round $round".toString())
        s.set('a', "$round".toString())
        s.barrier(at(5))
        assert stage.hosts.every { stage.cells.hosts[it].a == "$round".toString() }
        s.barrier(at(6))
      }
    }]))

    then:
    log as List == (0..2).collectMany { ["round $it".toString()] * 60 }
    most.get() == 5
    stage.events.every { !(it instanceof Event.BodyFailed) }
  }

  def "#place gives its fork to hosts that have not begun"() {
    given: 'the first five can only go on when the last has come'
    def last = new CountDownLatch(1)

    when:
    stage.run(stage.play([task { s ->
      if (s.host() == 'h60') last.countDown()
      wait(s)
      log << last.await(0, TimeUnit.SECONDS)
    }]))

    then:
    log as List == [true] * 60

    where:
    place                | wait
    'a host at a barrier' | { it.barrier(at(5)) }
    'a host that waits for what is done once, behind a barrier' | { it.barrier(at(5)); it.once(at(6), { 1 }) }
  }

  def "a host that pauses before it tries again takes no fork either: #what"() {
    given:
    stage.hosts = ['h1', 'h2']
    stage.forks = 1

    when:
    def hosts = stage.run(stage.play([task { s ->
      if (s.host() == 'h1') tries(s) else stage.cells.hosts.h1.go = '1'
    }]))

    then:
    hosts.values()*.failed() == [0, 0]

    where:
    what     | tries
    'a call' | { it.call(new Cells.Needs(name: 'go'), [retries: 200, delay: Duration.ofMillis(5)]) }
    'a block' | { s -> s.block('', at(4), Stage.options(retries: 200, delay: Duration.ofMillis(5)), { s.call(new Cells.Needs(name: 'go')) }) }
  }

  def "hosts of a play go on by themselves where nothing orders them: the slow one holds nobody up"() {
    given:
    def others = new CountDownLatch(59)

    when: 'h1 does not end its first task before all others are through'
    stage.run(stage.play([
      task { s -> if (s.host() == 'h1') assert others.await(30, TimeUnit.SECONDS) },
      task { s -> log << s.host(); others.countDown() }]))

    then:
    log.last() == 'h1'
    log.size() == 60
  }

  def "a play, and a batch, begin when the one before is over on all hosts, handlers included"() {
    when:
    stage.run(
      stage.play([task { s -> s.set('a', '1', notifies: ['h']); work('first') }], [handler('h') { work('handler') }], serial: ['20', '100%']),
      stage.play([task { work('second') }]))

    then:
    log as List == ['first'] * 20 + ['handler'] * 20 + ['first'] * 40 + ['handler'] * 40 + ['second'] * 60
      || sorted(log, [20, 40])
    log.indexOf('second') == 120
    most.get() <= 5
  }

  /** Within a batch a host's handler may come before another's task, but never before its own. */
  private static boolean sorted(List<String> log, List<Integer> batches) {
    int from = 0
    batches.every { size ->
      def part = log.subList(from, from += 2 * size)
      part.count('first') == size && part.count('handler') == size
    }
  }

  def "hosts that fail on the way are not waited for, wherever they stand"() {
    when:
    def hosts = stage.run(stage.play([task { s ->
      int number = s.host().substring(1) as int
      if (number % 3 == 0) s.call(new Cells.Opaque(script: 'fail')).status()
      s.barrier(at(5))
      if (number % 3 == 1) s.call(new Cells.Opaque(script: 'fail')).status()
      s.barrier(at(6))
      work('through')
    }]))

    then:
    log.size() == 20
    hosts.values().count { it.failed() == 1 } == 40
  }

  def "what is registered, set and done elsewhere before a barrier is there behind it"() {
    given:
    stage.hosts = stage.hosts.take(12)

    when:
    stage.run(stage.play([task { s ->
      s.on('h1', at(4), { s.set(s.host(), 'was here') })
      s.set('own', s.host(), register: "set_${s.host()}".toString())
      s.barrier(at(5))
      if (s.host() == 'h1') stage.hosts.each { s.call(new Cells.CopyCell(from: it, to: "copy-$it".toString())) }
      log << stage.hosts.every { s.variable("set_$it".toString(), at(6)).changed() }
    }]))

    then:
    log as List == [true] * 12
    stage.hosts.every { stage.cells.hosts.h1["copy-$it".toString()] == 'was here' }
  }
}
