package kit.engine

import java.time.Duration
import kit.model.Condition
import kit.model.Question
import kit.model.Task
import kit.model.Unknowable
import kit.model.Values
import spock.lang.Specification
import spock.lang.Timeout

import static kit.engine.Stage.at
import static kit.engine.Stage.options
import static kit.engine.Stage.task

/** What a host does on its way through a play: repeats, is asked, is rescued. */
@Timeout(30)
class PlayFlowSpec extends Specification {

  def stage = new Stage()
  def log = Collections.synchronizedList([])

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
