package kit.engine

import static kit.engine.Stage.handler
import static kit.engine.Stage.task

import java.time.Duration
import kit.spi.Change
import kit.spi.Detachable
import kit.spi.Host
import kit.spi.Plan
import kit.spi.Resource
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(30)
class AsyncSpec extends Specification {

  final Stage stage = new Stage()
  def result

  def "a job is looked at until it has ended: #what"() {
    given:
    stage.cells.looks = looks

    when:
    def hosts = stage.run(stage.play([task {
      result = it.call(new Build(), [async: Duration.ofMinutes(1), poll: Duration.ofMillis(5), notifies: ['h']])
      it.set('after', '1')
    }], [handler('h') { it.set('handled', '1') }]))

    then:
    stage.statuses()[0] == status
    result.values().rc == rc
    result.values().stdout == 'made'
    result.values().jid ==~ /[0-9a-f]{32}/
    stage.cells.looks.empty
    stage.cells.jobs.empty
    stage.cells.hosts['h1'] == cells
    stage.cells.forgotten == connections

    where:
    what                                | looks                              || status    | rc | connections | cells
    'it ends at once'                   | ['ended 0']                        || 'CHANGED' | 0  | 0           | [after: '1', handled: '1']
    'it takes its time'                 | ['running', 'running', 'ended 0']  || 'CHANGED' | 0  | 0           | [after: '1', handled: '1']
    'the connection is lost meanwhile'  | ['running', 'lost', 'ended 0']     || 'CHANGED' | 0  | 3           | [after: '1', handled: '1']
    'it fails'                          | ['running', 'ended 3']             || 'FAILED'  | 3  | 0           | [:]
    'it takes too long'                 | ['running', 'ended 143 late']      || 'FAILED'  | 143 | 0          | [:]
  }

  def "what another says is asked again once the job has ended"() {
    given:
    stage.cells.looks = ['running', 'ended 0']

    when:
    stage.run(stage.play([task {
      it.set('a', '1')
      it.call(new Build(), [async: Duration.ofMinutes(1), poll: Duration.ofMillis(5)])
      it.set('a', '1')
      it.set('a', '2')
    }]))

    then:
    stage.statuses() == ['CHANGED', 'CHANGED', 'OK', 'CHANGED']
  }

  def "a job that nobody waits for is named and left alone"() {
    when:
    stage.run(stage.play([task { result = it.call(new Build(), [async: Duration.ofMinutes(1), poll: Duration.ZERO]) }]))

    then:
    stage.statuses() == ['CHANGED']
    result.values().subMap('started', 'finished') == [started: true, finished: false]
    !result.values().containsKey('rc')
    stage.cells.jobs == [result.values().jid] as Set
  }

  def "a job that is gone has failed, and says so"() {
    given:
    stage.cells.looks = ['running', 'gone']

    when:
    def hosts = stage.run(stage.play([task { result = it.call(new Build(), [async: Duration.ofMinutes(1), poll: Duration.ofMillis(5)]) }]))

    then:
    hosts['h1'].failed() == 1
    stage.events.find { it instanceof Event.CallFinished }.outcome().values().stderr.contains('not there any more')
  }

  def "check mode starts nothing"() {
    given:
    stage.check = true

    when:
    stage.run(stage.play([task { it.call(new Build(), [async: Duration.ofMinutes(1)]) }]))

    then:
    stage.statuses() == ['MAYBE']
    stage.cells.frames.empty
  }

  /** One command. */
  static class Build implements Detachable {
    @Override
    Plan plan(Host host) {
      Change change = Plan.change('build').run('make').touches(Resource.ANYTHING)
      change.reads { [rc: it.last().rc(), stdout: it.last().text()] }
    }
  }
}
