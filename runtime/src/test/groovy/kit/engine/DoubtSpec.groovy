package kit.engine

import static kit.engine.Stage.at
import static kit.engine.Stage.handler
import static kit.engine.Stage.task

import spock.lang.Specification

/** What is told where not all can be known: of a host lost in a frame, of check mode's handlers. */
class DoubtSpec extends Specification {

  final Stage stage = new Stage()

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
