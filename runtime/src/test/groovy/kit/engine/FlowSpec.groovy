package kit.engine

import java.util.concurrent.ConcurrentLinkedQueue
import java.util.function.Consumer
import kit.model.Failure
import kit.model.KitException
import spock.lang.Specification
import spock.lang.Timeout

import static kit.engine.Stage.at
import static kit.engine.Stage.handler
import static kit.engine.Stage.task

@Timeout(30)
class FlowSpec extends Specification {

  def stage = new Stage()
  def seen = new ConcurrentLinkedQueue()

  def "rescue runs when a call of the attempt fails, and always runs in any case"() {
    when:
    def hosts = stage.run(stage.play([task { s ->
      s.set('before', '1')
      attempt(s, {
        s.set('a', '1')
        s.call(new Cells.Opaque(script: script))
        s.set('b', '1')
      }, { seen << it.message(); s.set('rescued', '1') }, { s.set('always', '1') })
      s.set('after', '1')
    }]))

    then:
    stage.cells.hosts['h1'].keySet() - 'x' == cells as Set
    hosts['h1'].failed() == 0
    seen as List == messages

    where:
    script   || cells                                                | messages
    'bump x' || ['before', 'a', 'b', 'always', 'after']              | []
    'fail'   || ['before', 'a', 'rescued', 'always', 'after']        | ['fail: exit status 3']
  }

  def "a failure before the attempt is not its business, though it comes to light inside"() {
    when:
    def hosts = stage.run(stage.play([task { s ->
      s.call(new Cells.Opaque(script: 'fail'))
      attempt(s, { s.set('a', '1').changed() }, { seen << it }, null)
    }]))

    then:
    hosts['h1'].failed() == 1
    seen.empty
    stage.cells.hosts['h1'] == [:]
  }

  def "attempts nest: the inner rescue has the first word, a failing rescue goes to the outer"() {
    when:
    def hosts = stage.run(stage.play([task { s ->
      attempt(s, {
        attempt(s, { s.call(new Cells.Opaque(script: 'fail')) }, {
          seen << 'inner'
          throw new KitException('inner rescue fails', '')
        }, { seen << 'inner always' })
        seen << 'never'
      }, { seen << 'outer ' + it.message() }, null)
    }]))

    then:
    seen as List == ['inner', 'inner always', 'outer inner rescue fails']
  }

  def "an attempt without rescue passes the failure on, after always"() {
    when:
    def hosts = stage.run(stage.play([task { s ->
      attempt(s, { s.call(new Cells.Opaque(script: 'fail')) }, null, { s.set('always', '1') })
      s.set('after', '1')
    }]))

    then:
    hosts['h1'].failed() == 1
    stage.cells.hosts['h1'] == [always: '1']
  }

  def "behind a barrier every host sees what all did before it, even with 2 forks for 12 hosts"() {
    given:
    stage.hosts = (1..12).collect { "h$it" as String }
    stage.forks = 2

    when:
    stage.run(stage.play([task { s ->
      s.set('a', '1')
      s.barrier(at(5))
      seen << stage.hosts.count { stage.cells.hosts[it].a == '1' }
    }]))

    then:
    seen as List == [12] * 12
  }

  def "a barrier does not wait for hosts that failed or ended"() {
    given:
    stage.hosts = ['h1', 'h2', 'h3']

    when:
    def hosts = stage.run(stage.play([task { s ->
      if (s.host() == 'h1') s.call(new Cells.Opaque(script: 'fail')).status()
      if (s.host() == 'h2') s.endHost('enough')
      s.barrier(at(5))
      s.set('passed', '1')
    }]))

    then:
    stage.cells.hosts['h3'].passed == '1'
    !stage.cells.hosts['h2'].passed
    hosts['h1'].failed() == 1
    hosts['h2'].failed() == 0
  }

  def "once is done by the first host for all, and all get what it gave"() {
    given:
    stage.hosts = ['h1', 'h2', 'h3', 'h4']
    stage.forks = 2

    when:
    stage.run(stage.play([task { s ->
      seen << s.once(at(5), { s.set('done', s.host()); s.host() })
    }]))

    then:
    seen as List == ['h1'] * 4
    stage.cells.hosts['h1'] == [done: 'h1']
    stage.cells.hosts['h2'] == [:]
  }

  def "if once fails, all hosts fail"() {
    given:
    stage.hosts = ['h1', 'h2', 'h3']

    when:
    stage.run(stage.play([task { s -> s.once(at(5), { s.call(new Cells.Opaque(script: 'fail')) }) }, task { it.set('a', '1') }]))

    then:
    stage.cells.hosts.values().every { it == [:] }
  }

  def "calls on another host change that host and are seen there"() {
    given:
    stage.hosts = ['h1', 'h2']

    when:
    stage.run(stage.play([task { s ->
      if (s.host() == 'h2') s.set('shared', 'x').changed()
      s.barrier(at(5))
      if (s.host() == 'h1') s.on('h2', at(6), { s.set('shared', 'by h1') })
      s.barrier(at(7))
      if (s.host() == 'h2') s.call(new Cells.CopyCell(from: 'shared', to: 'copy'))
    }]))

    then:
    stage.cells.hosts['h2'] == [shared: 'by h1', copy: 'by h1']
    stage.cells.hosts['h1'] == [:]
  }

  def "many hosts add to one cell of another, none is lost"() {
    given:
    stage.hosts = (1..8).collect { "h$it" as String }
    stage.forks = 8

    when:
    stage.run(stage.play([task { s ->
      25.times { n -> s.on('h1', at(6), { s.call(new AddLine(name: 'list', line: "${s.host()}-$n,")) }) }
    }]))

    then:
    stage.cells.hosts['h1'].list.split(',').size() == 200
  }

  def "flushed handlers run there and not again"() {
    when:
    stage.run(stage.play([task { s ->
      s.set('a', '1', notifies: ['h'])
      s.flushHandlers()
      seen << 'after'
    }], [handler('h') { seen << 'handler' }]))

    then:
    seen as List == ['handler', 'after']
  }

  def "the end of the play is the end for all, without failure"() {
    given:
    stage.hosts = ['h1', 'h2']
    stage.forks = 1

    when:
    def hosts = stage.run(stage.play([task { s ->
      s.set('a', '1')
      s.endPlay('enough')
    }, task { it.set('b', '1') }]))

    then:
    stage.cells.hosts['h1'] == [a: '1']
    stage.cells.hosts['h2'] == [:]
    hosts.values().every { it.failed() == 0 }
  }

  def "blocks have a name, conditions, loops, variables and options of their own"() {
    when:
    stage.run(stage.play([task { s ->
      s.block('named', at(4), Stage.options(loop: { ['x', 'y'] } as kit.model.Values, vars: [v: '1']), {
        s.set(s.variable('item', null), s.variable('v', null))
      })
      s.block('left out', at(5), Stage.options(when: { a, b -> false } as kit.model.Condition), { s.set('never', '1') })
    }]))

    then:
    stage.cells.hosts['h1'] == [x: '1', y: '1']
    stage.events.findAll { it instanceof Event.CallFinished }*.task() == ['named', 'named']
    stage.events.find { it instanceof Event.TaskSkipped }.task() == 'left out'
  }

  private static void attempt(session, Closure body, Closure rescue, Closure always) {
    session.attempt(at(1), body, Optional.ofNullable(rescue as Consumer<Failure>), Optional.ofNullable(always as Runnable))
  }

  /** Adds a line to what a cell holds now: right only if nobody else gets in between. */
  static class AddLine implements kit.spi.Module {
    String name
    String line

    @Override
    kit.spi.Plan plan(kit.spi.Host host) {
      Cells.planSet(host, name, host.ask(new Cells.Cell(name)) + line, true)
    }
  }
}
