package kit.engine

import java.util.concurrent.atomic.AtomicInteger
import kit.model.Condition
import kit.model.HostOrder
import kit.model.PlayRules
import kit.model.Task
import spock.lang.Specification
import spock.lang.Timeout

import static kit.engine.Stage.at
import static kit.engine.Stage.handler
import static kit.engine.Stage.options
import static kit.engine.Stage.task

/** What orders hosts among one another. Each would fail if a host went ahead too early or too late. */
@Timeout(30)
class OrderSpec extends Specification {

  def stage = new Stage()
  def log = Collections.synchronizedList([])

  private static PlayRules rules(Map its) {
    new PlayRules(its.order ?: HostOrder.INVENTORY, Optional.ofNullable(its.most), its.fatal ?: false, [:], [])
  }

  /** Lets a host wait until another is done with the play, in any case. */
  private static void until(String host) {
    while (Thread.allStackTraces.keySet().any { it.name == host && it.alive }) Thread.sleep(5)
  }

  def 'nothing behind a barrier begins before everything in front of it is done, with #forks forks for 12 hosts'() {
    given:
    stage.hosts = (1..12).collect { "h$it" as String }
    stage.forks = forks

    when:
    stage.run(stage.play([
      task { s -> Thread.sleep(new Random().nextInt(20)); s.set('a', '1'); log << 'before' },
      new Task('barrier', at(5), options([:]), true, { s -> s.barrier(at(5)) }),
      task { s -> log << (stage.hosts.every { stage.cells.hosts[it].a == '1' } ? 'after' : 'too early') },
    ]))

    then:
    log as List == ['before'] * 12 + ['after'] * 12

    where:
    forks << [1, 2, 12]
  }

  def 'a barrier that a loop comes to is another one each time'() {
    given:
    stage.hosts = ['h1', 'h2', 'h3']

    when:
    stage.run(stage.play([task { s -> 5.times { n -> log << n; s.barrier(at(5)) } }]))

    then:
    log as List == (0..4).collectMany { [it] * 3 }
  }

  def 'hosts that wait at different barriers are told, not kept waiting'() {
    given:
    stage.hosts = ['h1', 'h2']

    when:
    def hosts = stage.run(stage.play([task { s -> s.barrier(at(s.host() == 'h1' ? 5 : 7)) }]))

    then:
    hosts.values()*.failed() == [1, 1]
    stage.events.findAll { it instanceof Event.BodyFailed }*.message() as Set ==
      ['hosts wait here for hosts that wait at site.groovy:7:1', 'hosts wait here for hosts that wait at site.groovy:5:1'] as Set
  }

  def 'who waits at a barrier does not hold up what is done once'() {
    given:
    stage.hosts = ['h1', 'h2', 'h3']

    when:
    stage.run(stage.play([task { s ->
      if (s.host() != 'h1') log << s.once(at(5), { s.host() })
      s.barrier(at(7))
    }]))

    then:
    log as List == ['h2', 'h2']
  }

  def 'what stands before once is done before it, what stands behind it is done after it, on all hosts'() {
    given:
    stage.hosts = (1..6).collect { "h$it" as String }
    stage.forks = 6

    when:
    stage.run(stage.play([task { s ->
      s.set('a', s.host())
      def seen = s.once(at(5), { Thread.sleep(30); log << 'once'; s.set('b', '1'); stage.cells.hosts['h1'].a })
      log << "$seen ${stage.cells.hosts['h1'].b}".toString()
    }]))

    then:
    log as List == ['once'] + ['h1 1'] * 6
  }

  def 'if the first host has failed, the next does it once'() {
    given:
    stage.hosts = ['h1', 'h2', 'h3']

    when:
    def hosts = stage.run(stage.play([
      task { s -> if (s.host() == 'h1') s.call(new Cells.Opaque(script: 'fail')).changed() },
      task { s -> log << s.once(at(5), { s.host() }) }]))

    then:
    log as List == ['h2', 'h2']
    hosts['h2'].failed() + hosts['h3'].failed() == 0
  }

  def 'a failure in once is a failure of all, which each may rescue'() {
    given:
    stage.hosts = ['h1', 'h2', 'h3']

    when:
    def hosts = stage.run(stage.play([task { s ->
      def body = { s.once(at(5), { s.call(new Cells.Opaque(script: 'fail')) }) }
      if (s.host() == 'h3') s.attempt(at(4), body, Optional.of({ log << it.message() } as java.util.function.Consumer), Optional.empty())
      else body()
      s.set('after', '1')
    }]))

    then:
    log as List == ['it failed on h1, which does it once for all']
    hosts.collectEntries { k, v -> [k, v.failed()] } == [h1: 1, h2: 1, h3: 0]
    stage.cells.hosts['h3'].after == '1'
  }

  def 'to leave the task, or the play, in once is to leave it for all: #how'() {
    given:
    stage.hosts = ['h1', 'h2']

    when:
    def hosts = stage.run(stage.play([task { s -> s.once(at(5), { leave(s) }); log << 'never' }, task { log << 'next' }]))

    then:
    log as List == seen
    hosts.values()*.failed() == [0, 0]

    where:
    how       | leave                 || seen
    'skip'    | { it.skip('why') }    || ['next', 'next']
    'endHost' | { it.endHost('why') } || []
  }

  def 'a call that runs once gives all its result and registers it for all'() {
    given:
    stage.hosts = ['h1', 'h2', 'h3']

    when:
    stage.run(stage.play([task { s ->
      def result = s.call(new Cells.Opaque(script: 'bump n'), runOnce: true, register: 'r')
      log << [result.values().stdout, s.variable('r', null).changed()]
    }]))

    then:
    stage.cells.hosts*.value*.n.findAll() == ['+']
    log as List == [['did bump n', true]] * 3
  }

  def 'a task that runs once is run by the first host, and before any other goes on'() {
    given:
    stage.hosts = ['h1', 'h2', 'h3']

    when:
    stage.run(stage.play([
      task(runOnce: true) { s -> Thread.sleep(20); log << s.host(); s.set('a', '1') },
      task { s -> log << stage.cells.hosts['h1'].a }]))

    then:
    log as List == ['h1', '1', '1', '1']
  }

  def '#what with throttle: 2 is never done by three hosts at a time, and sent before the next comes in'() {
    given:
    stage.hosts = (1..8).collect { "h$it" as String }
    stage.forks = 8
    def inside = new AtomicInteger()
    def most = new AtomicInteger()
    def work = { s ->
      most.accumulateAndGet(inside.incrementAndGet(), { a, b -> Math.max(a, b) })
      s.set('a', '1')
      Thread.sleep(10)
      inside.decrementAndGet()
    }

    when:
    stage.run(stage.play([what == 'a task'
      ? task(throttle: 2) { work(it) }
      : task { s -> s.block('', at(4), options(throttle: 2), { work(s) }); log << stage.cells.hosts[s.host()].a }]))

    then:
    most.get() == 2
    log.every { it == '1' }

    where:
    what << ['a task', 'a block']
  }

  def 'calls with throttle: 1 take turns'() {
    given:
    stage.hosts = (1..6).collect { "h$it" as String }
    stage.forks = 6
    def open = new AtomicInteger()

    when:
    stage.run(stage.play([task { s ->
      s.call(new Cells.Opaque(script: 'bump a'), throttle: 1,
        changedWhen: { session, r -> log << open.incrementAndGet(); Thread.sleep(5); open.decrementAndGet(); true } as Condition)
    }]))

    then:
    log as List == [1] * 6
  }

  def 'a barrier inside of throttle is refused, for it would never be passed'() {
    given:
    stage.hosts = ['h1', 'h2']

    when:
    def hosts = stage.run(stage.play([task(throttle: 1) { s -> s.barrier(at(5)) }]))

    then:
    hosts.values()*.failed() == [1, 1]
    stage.events.find { it instanceof Event.BodyFailed }.message() == 'hosts cannot wait for one another inside of throttle'
  }

  def 'hosts are taken up in the order #order'() {
    given:
    stage.hosts = ['b', 'd', 'a', 'c']
    stage.forks = 1

    when:
    stage.run(stage.play([task { log << it.host() }], rules: rules(order: order)))

    then:
    log as List == hosts

    where:
    order                       || hosts
    HostOrder.INVENTORY         || ['b', 'd', 'a', 'c']
    HostOrder.REVERSE_INVENTORY || ['c', 'a', 'd', 'b']
    HostOrder.SORTED            || ['a', 'b', 'c', 'd']
    HostOrder.REVERSE_SORTED    || ['d', 'c', 'b', 'a']
  }

  def 'shuffled hosts are all there, and not always in the same order'() {
    given:
    stage.hosts = (1..8).collect { "h$it" as String }
    stage.forks = 1

    when:
    5.times { stage.run(stage.play([task { log << it.host() }], rules: rules(order: HostOrder.SHUFFLE))) }

    then:
    log.collate(8)*.toSorted() == [stage.hosts.toSorted()] * 5
    log.collate(8).toSet().size() > 1
  }

  def 'one failure ends the play for all if it says so: what others have not sent is not sent'() {
    given:
    stage.hosts = ['h1', 'h2']

    when:
    def hosts = stage.run(
      stage.play([
        task { s -> if (s.host() == 'h1') s.call(new Cells.Opaque(script: 'fail')) else until('h1') },
        task { it.set('a', '1') }], rules: rules(fatal: fatal)),
      stage.play([task { it.set('b', '1') }]))

    then:
    hosts['h1'].failed() == 1
    stage.cells.hosts['h2'] == cells

    where:
    fatal || cells
    true  || [:]
    false || [a: '1', b: '1']
  }

  def 'a rescued failure is none: the play goes on for all'() {
    given:
    stage.hosts = ['h1', 'h2']

    when:
    stage.run(stage.play([task { s ->
      s.attempt(at(4), { s.call(new Cells.Opaque(script: 'fail')) }, Optional.of({ } as java.util.function.Consumer), Optional.empty())
      s.set('a', '1')
    }], rules: rules(fatal: true)))

    then:
    stage.cells.hosts*.value*.a == ['1', '1']
  }

  def 'with #failing of 4 hosts failed and at most 30 % allowed, a rolling update #goes'() {
    given:
    stage.hosts = (1..8).collect { "h$it" as String }

    when:
    stage.run(stage.play([task { s ->
      if (s.host() in stage.hosts.take(failing)) s.call(new Cells.Opaque(script: 'fail'))
      s.set('a', '1')
    }], serial: ['4'], rules: rules(most: 30d)))

    then:
    stage.events.count { it instanceof Event.PlayStarted } == batches
    stage.cells.hosts.count { it.value.a == '1' && it.key in stage.hosts.drop(4) } == (batches - 1) * 4

    where:
    failing || batches
    1       || 2
    2       || 1
    goes = batches == 2 ? 'goes on' : 'ends'
  }

  def 'endPlay ends it for later batches too; endHost runs the handlers of its host'() {
    given:
    stage.hosts = ['h1', 'h2']

    when:
    stage.run(stage.play([task { s ->
      s.set('a', '1', notifies: ['h'])
      s."$verb"('enough')
    }], [handler('h') { log << it.host() }]).with { play ->
      new kit.model.Play(play.name(), play.location(), play.hosts(), play.options(), ['1'], [:], [], play.rules(), true, play.tasks(), play.handlers())
    })

    then:
    log as List == ran
    stage.events.findAll { it instanceof Event.TaskSkipped }*.why().every { it.endsWith('enough') }

    where:
    verb      || ran
    'endHost' || ['h1', 'h2']
    'endPlay' || ['h1']
  }
}
