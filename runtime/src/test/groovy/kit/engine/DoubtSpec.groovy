package kit.engine

import static kit.engine.Stage.at
import static kit.engine.Stage.handler
import static kit.engine.Stage.task

import java.time.Duration
import java.util.function.Consumer
import kit.spi.Host
import kit.spi.Module
import kit.spi.Plan
import kit.spi.Resource
import spock.lang.Specification

/** What is told where not all can be known: of a host lost in a frame, of check mode's handlers. */
class DoubtSpec extends Specification {

  final Stage stage = new Stage()

  /** Some steps, until a cell holds something. */
  static class Steps implements Module {
    List<String> scripts
    String until

    @Override
    Plan plan(Host host) {
      if (until && host.ask(new Cells.Cell(until))) return Plan.unchanged('there')
      def change = Plan.change('steps').touches(Resource.ANYTHING)
      scripts.each { change = change.run(it) }
      change
    }
  }

  def "a host lost in a frame: what had ended is told, the call that met the loss is named, nothing goes on"() {
    when:
    def hosts = stage.run(stage.play([
      task('one') { it.set('a', '1', notifies: ['h']) },
      task('two') { it.call(new Cells.Opaque(script: 'go down')) },
      task('three') { it.set('b', '1') },
    ], [handler('h') { it.set('c', '1') }]))

    then:
    stage.statuses() == ['CHANGED']
    def lost = stage.events.find { it instanceof Event.HostUnreachable }
    lost.task() == 'two'
    lost.location() == at(9)
    hosts['h1'].changed() == 1
    hosts['h1'].unreachable()
    stage.cells.hosts['h1'] == [a: '1']
    'h' in stage.owed['h1']
  }

  def "each of the calls that travel together is told with its own time"() {
    given:
    stage.cells.slow = 'slow'

    when:
    stage.run(stage.play([task { s ->
      ['quick', 'slow', 'also'].each { s.call(new Cells.Opaque(script: "set $it 1".toString())) }
    }]))

    then:
    stage.cells.frames.count { it.applies() } == 1
    stage.events.findAll { it instanceof Event.CallFinished }*.took()*.toMillis().collect { it >= 40 } == [false, true, false]
  }

  def "what a call may have changed before it failed keeps its handler: #what"() {
    when:
    stage.run(stage.play([task { s ->
      s.call(new Steps(scripts: scripts), [notifies: ['h'], retries: 0] + options)
      s.set('after', '1')
    }], [handler('h') { it.set('handled', '1') }]))

    then:
    ('h' in (stage.owed['h1'] ?: [])) == kept

    where:
    what                         | scripts            | options                          || kept
    'its first step failed'      | ['fail']           | [:]                              || false
    'a later step failed'        | ['bump a', 'fail'] | [:]                              || true
    'its outcome is called one'  | ['bump a']         | [failedWhen: Stage.said(true)]   || true
    'the connection was lost'    | ['go down']        | [:]                              || true
  }

  def "a try that failed halfway notifies, though the next finds nothing to do"() {
    when:
    stage.run(stage.play([task { s ->
      s.call(new Steps(scripts: ['set a 1', 'fail'], until: 'a'), [notifies: ['h'], retries: 1, delay: Duration.ZERO])
    }], [handler('h') { it.set('handled', '1') }]))

    then:
    stage.statuses() == ['OK', 'CHANGED']
    stage.cells.hosts['h1'].handled == '1'
  }

  def "a host lost in an attempt that is rescued runs the handler of what it may have changed"() {
    when:
    stage.run(stage.play([task { s ->
      s.attempt(at(1), { s.call(new Steps(scripts: ['go down']), [notifies: ['h']]) }, Optional.of({ stage.cells.down = 0 } as Consumer), Optional.empty())
      s.set('b', '1')
    }], [handler('h') { it.set('handled', '1') }]))

    then:
    stage.cells.hosts['h1'] == [b: '1', handled: '1']
    stage.owed['h1'] == [] as Set
  }

  def "check mode: what follows the reading of a result that may be another one is told and maybe"() {
    given:
    stage.check = true

    when:
    stage.run(stage.play([
      task('one') { s ->
        s.set('before', '1')
        s.call(new Cells.Opaque(script: 'bump x'))
        def look = s.call(new Cells.Opaque(script: 'go', reading: true))
        look.read('rc')
        s.set('after', '1')
      },
      task('two') { it.set('b', '1') },
    ]))

    then:
    stage.statuses() == ['CHANGED', 'MAYBE', 'MAYBE', 'MAYBE', 'MAYBE']
    stage.events.findAll { it instanceof Event.TaskUnknown }*.task() == ['one']
  }

  def "check mode tells of a handler that may run, and what it does is never certain"() {
    given:
    stage.check = true

    when:
    stage.run(stage.play([
      task { it.call(new Cells.Opaque(script: 'bump c')) },
      task { it.set('a', '', notifies: ['maybe']) },
    ], [handler('maybe') { it.set('b', '1') }, handler('never') { it.set('d', '1') }]))

    then:
    stage.events.findAll { it instanceof Event.CallFinished && it.handler() }*.task() == ['maybe']
    stage.statuses() == ['MAYBE', 'MAYBE', 'MAYBE']
    stage.events.every { !(it instanceof Event.HandlersKept) }
    stage.cells.frames.every { it.applies().isEmpty() }
  }
}
