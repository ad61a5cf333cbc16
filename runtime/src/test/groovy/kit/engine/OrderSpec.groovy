package kit.engine

import java.time.Duration
import java.util.concurrent.atomic.AtomicInteger
import kit.model.Condition
import kit.model.HostOrder
import kit.model.PlayRules
import kit.model.Question
import kit.model.Task
import kit.model.Unknowable
import kit.model.Values
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

  def 'a #what that fails is repeated as a whole, and its failures count only if it never holds'() {
    when:
    def its = [retries: retries, delay: Duration.ZERO]
    def work = { s ->
      s.call(new Cells.Opaque(script: 'bump n'))
      s.call(new Cells.Opaque(script: stage.cells.hosts['h1'].n == '++' ? 'bump well' : 'fail')).changed()
    }
    def hosts = stage.run(stage.play([what == 'task'
      ? task(its) { work(it) }
      : task { s -> s.block('b', at(4), options(its), { work(s) }) }]))

    then:
    stage.cells.hosts['h1'] == cells
    hosts['h1'].failed() == failed
    stage.events.count { it instanceof Event.Retrying } == repeats

    where:
    [what, [retries, cells, failed, repeats]] << [
      ['task', 'block'],
      [[5, [n: '+++', well: '+'], 0, 2], [1, [n: '++'], 1, 1], [0, [n: '+'], 1, 0]]].combinations()
  }

  def 'a block is repeated until something holds'() {
    when:
    def hosts = stage.run(stage.play([task { s ->
      s.block('', at(4), options(retries: 3, delay: Duration.ZERO,
        until: { a, b -> stage.cells.hosts['h1'].n?.size() >= least } as Condition), {
        s.call(new Cells.Opaque(script: 'bump n'))
      })
    }]))

    then:
    stage.cells.hosts['h1'].n == n
    hosts['h1'].failed() == failed
    stage.events.findAll { it instanceof Event.BodyFailed }*.message() == messages

    where:
    least || n      | failed | messages
    1     || '+'    | 0      | []
    3     || '+++'  | 0      | []
    9     || '++++' | 1      | ['until does not hold after 4 attempts']
  }

  def 'each item of a loop is repeated for itself'() {
    when:
    stage.run(stage.play([task(retries: 2, delay: Duration.ZERO, loop: { ['a', 'b'] } as Values) { s ->
      def name = s.variable('item', null)
      s.call(new Cells.Opaque(script: "bump $name")).changed()
      if (stage.cells.hosts['h1'][name] == '+') s.call(new Cells.Opaque(script: 'fail'))
    }]))

    then:
    stage.cells.hosts['h1'] == [a: '++', b: '++']
  }

  def 'included tasks are chosen by their tags, and run in their place'() {
    given:
    stage.tags = ['x']
    def inner = { name, tags -> new Task(name, at(8), options(tags: tags), { log << name }) }

    when:
    stage.run(stage.play([
      new Task('include', at(4), options([:]), true, { s -> [inner('a', ['x']), inner('b', [])].each { s.task(it) } }),
      task { log << 'never' }]))

    then:
    log as List == ['a']
  }

  def 'a question is asked once for all hosts, and not if a variable answers it'() {
    given:
    stage.hosts = ['h1', 'h2', 'h3']
    stage.answers = ['yes']
    if (known) stage.variables.go = 'known'
    def question = new Question(name, 'Go on?', Optional.empty(), false, false, [], at(5))

    when:
    stage.run(stage.play([task { s -> log << s.ask(question) }]))

    then:
    log as List == [answer] * 3
    stage.asked.size() == asked

    where:
    name | known || answer  | asked
    ''   | true  || 'yes'   | 1
    'go' | false || 'yes'   | 1
    'go' | true  || 'known' | 0
  }

  def 'hosts are added in their place: what fails before adds none'() {
    when:
    stage.run(stage.play([task { s ->
      s.addHost('n1', ['g'], [:], at(5))
      s.groupBy('os', at(6))
      s.call(new Cells.Opaque(script: 'fail'))
      s.addHost('n2', ['g'], [:], at(7))
    }]))

    then:
    stage.added == ['h1 adds n1 to [g]', 'h1 adds h1 to [os]']
  }

  def 'whether differences are shown is told with each call'() {
    when:
    stage.run(stage.play([task { s ->
      s.set('a', '1')
      s.set('b', '1', diff: false)
      s.block('', at(4), options(diff: true), { s.set('c', '1') })
    }], options: [diff: true]), stage.play([task { it.set('d', '1') }]))

    then:
    stage.events.findAll { it instanceof Event.CallFinished }*.diff()*.orElse(null) == [true, false, true, null]
  }

  def 'in check mode a condition on what was not run makes the call a maybe'() {
    given:
    stage.check = true

    when:
    def hosts = stage.run(stage.play([task { s ->
      s.set('a', '1', changedWhen: { session, r ->
        if (!r.complete()) throw new Unknowable('rc', 'the result')
        r.values().rc == 0
      } as Condition)
    }]))

    then:
    stage.statuses() == ['MAYBE']
    hosts['h1'].failed() == 0
  }

  def 'a lost connection can be rescued, and then is no failure'() {
    given:
    stage.cells.lost << 'h1'

    when:
    def hosts = stage.run(stage.play([task { s ->
      s.attempt(at(4), { s.set('a', '1') }, Optional.of({ log << it.unreachable(); stage.cells.lost.clear() } as java.util.function.Consumer), Optional.empty())
      s.set('b', '1')
    }]))

    then:
    log as List == [true]
    stage.cells.hosts['h1'] == [b: '1']
    !hosts['h1'].unreachable()
    hosts['h1'].failed() == 0
    hosts['h1'].ignored() == 1
  }

  def 'what the playbook itself does wrong in a rescued attempt is no failure'() {
    when:
    def hosts = stage.run(stage.play([task { s ->
      s.attempt(at(4), { throw new kit.model.KitException('wrong', '') }, Optional.of({ log << it.message() } as java.util.function.Consumer), Optional.empty())
    }]))

    then:
    log as List == ['wrong']
    hosts['h1'].failed() == 0
  }
}
