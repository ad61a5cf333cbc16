package kit.engine

import static kit.engine.Stage.at
import static kit.engine.Stage.task

import java.time.Duration
import java.util.function.Consumer
import kit.model.Confirm
import kit.model.KitException
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(30)
class GuardSpec extends Specification {

  static final CONFIRM = new Confirm(Duration.ofSeconds(1), [], [])
  static final WORLD = [a: '1', b: '1']

  final Stage stage = new Stage()

  def setup() {
    stage.cells.hosts['h1'].putAll(WORLD)
  }

  def "a block that changes nothing costs nothing: #oneByOne"() {
    given:
    stage.oneByOne = oneByOne

    when:
    def hosts = run { calls -> calls.confirm(CONFIRM, at(5)) { calls.set('a', '1'); calls.set('b', '1') }; calls.set('c', '') }

    then:
    stage.cells.guards == []
    stage.cells.forgotten == 0
    stage.statuses() == ['OK'] * 3
    oneByOne || hosts.h1.roundTrips() == 1

    where:
    oneByOne << [false, true]
  }

  def "it is armed before the first change and confirmed after the last, on a new connection: #oneByOne"() {
    given:
    stage.oneByOne = oneByOne

    when:
    run { calls ->
      calls.set('x', '0')
      calls.confirm(CONFIRM, at(5)) {
        calls.set('a', '1')
        calls.set('a', '2')
        calls.set('b', '2')
      }
      calls.set('x', '9')
    }

    then:
    stage.cells.guards == ['arm', 'confirm']
    stage.cells.forgotten == 1
    scripts() == ['set x 0', 'arm', 'set a 2', 'set b 2', 'confirm', 'set x 9']
    confirmations() == [[true, 'confirmed on a new connection']]
    stage.cells.hosts['h1'] == [a: '2', b: '2', x: '9']

    where:
    oneByOne << [false, true]
  }

  def "each change of it travels alone"() {
    when:
    run { calls -> calls.confirm(CONFIRM, at(5)) { ['a', 'b', 'c'].each { calls.set(it, '7') } } }

    then:
    stage.cells.frames.every { it.applies().size() <= 1 }
  }

  def "when kit does not get back in, the host has put things back: #verdict"() {
    given:
    stage.cells.verdict = verdict

    when:
    def hosts = run { calls -> calls.confirm(CONFIRM, at(5)) { calls.set('a', '2') }; calls.set('after', '1') }

    then:
    hosts.h1.failed() == 1
    confirmations() == [[false, message]]
    !stage.cells.hosts['h1'].after

    where:
    verdict               || message
    'cut off'             || 'kit did not get back in within 1 s after SetCell (site.groovy:9:1); h1 put everything back at 12:00:00'
    'reverted 0 12:00:00' || 'kit did not get back in within 1 s after SetCell (site.groovy:9:1); h1 put everything back at 12:00:00'
    'reverted 1 12:00:00' || 'kit did not get back in within 1 s after SetCell (site.groovy:9:1); h1 could not put everything back at 12:00:00'
    'gone'                || 'kit did not get back in within 1 s after SetCell (site.groovy:9:1); nothing is left there of what puts things back: was it restarted?'
  }

  def "a change that loses the connection is not confirmed"() {
    when:
    def hosts = run { calls -> calls.confirm(new Confirm(Duration.ofSeconds(5), [], []), at(5)) { calls.call(new Cells.Opaque(script: 'go down')) } }

    then:
    hosts.h1.failed() == 1
    stage.cells.guards == ['arm', 'undo']
    confirmations() == [[false, 'the connection was lost in Opaque (site.groovy:9:1); h1 put everything back at 12:00:00']]
  }

  def "nothing is begun where it cannot be undone"() {
    given:
    stage.cells.verdict = 'no root'

    when:
    run { calls -> calls.confirm(CONFIRM, at(5)) { calls.set('a', '2') } }

    then:
    stage.cells.hosts['h1'] == WORLD
    stage.events.find { it instanceof Event.Confirmation }.hint().contains('become')
    confirmations() == [[false, 'the changes were not begun: only root']]
  }

  def "a block that fails is undone at once: #how"() {
    when:
    def hosts = run { calls -> calls.confirm(CONFIRM, at(5)) { calls.set('a', '2'); how(calls) } }

    then:
    hosts.h1.failed() == 1
    stage.cells.guards == ['arm', 'undo']
    stage.events.find { it instanceof Event.Warning }.message() == 'confirmWithin failed; h1 put everything back at 12:00:00'

    where:
    how << [
      { it.call(new Cells.Opaque(script: 'fail')) },
      { it.call(new Cells.Opaque(script: 'fail')).changed() },
      { throw new KitException('wrong', '') }]
  }

  def "a failure that is rescued inside of it is none"() {
    when:
    def hosts = run { calls ->
      calls.confirm(CONFIRM, at(5)) {
        calls.set('a', '2')
        calls.attempt(at(6), { calls.call(new Cells.Opaque(script: 'fail')) }, Optional.of({ calls.set('b', '2') } as Consumer), Optional.empty())
      }
    }

    then:
    hosts.h1.failed() == 0
    stage.cells.guards == ['arm', 'confirm']
    stage.cells.hosts['h1'] == [a: '2', b: '2']
  }

  def "an attempt around it rescues that it was not confirmed"() {
    given:
    stage.cells.verdict = 'cut off'

    when:
    def hosts = run { calls ->
      calls.attempt(at(6), { calls.confirm(CONFIRM, at(5)) { calls.set('a', '2') } },
        Optional.of({ calls.set('rescued', it.message().contains('did not get back in') as String) } as Consumer), Optional.empty())
    }

    then:
    hosts.h1.failed() == 0
    stage.cells.hosts['h1'].rescued == 'true'
  }

  def "what takes longer than its time is not followed by more"() {
    when:
    run { calls ->
      calls.confirm(CONFIRM, at(5)) {
        calls.set('a', '2').changed()
        sleep 1100
        calls.set('b', '2')
      }
    }

    then:
    stage.cells.hosts['h1'].b == '1'
    confirmations() == [[false, 'the changes took longer than 1 s; h1 put everything back at 12:00:00']]
  }

  def "a change that comes to the host too late is not carried out there"() {
    given:
    stage.cells.late = true

    when:
    def hosts = run { calls -> calls.confirm(CONFIRM, at(5)) { calls.set('a', '2') } }

    then:
    hosts.h1.failed() == 1
    stage.cells.hosts['h1'] == WORLD
    confirmations() == [[false, 'the changes took longer than 1 s; h1 put everything back at 12:00:00']]
  }

  def "one inside of another is refused"() {
    when:
    run { calls -> calls.confirm(CONFIRM, at(5)) { calls.confirm(CONFIRM, at(6)) { } } }

    then:
    stage.events.find { it instanceof Event.BodyFailed }.message() == 'confirmWithin cannot stand inside of another'
  }

  def "check mode only plans"() {
    given:
    stage.check = true

    when:
    run { calls -> calls.confirm(CONFIRM, at(5)) { calls.set('a', '2') } }

    then:
    stage.cells.guards == []
    stage.statuses() == ['CHANGED']
    stage.cells.hosts['h1'] == WORLD
  }

  def "what is done on another host is not looked after"() {
    when:
    run { calls -> calls.confirm(CONFIRM, at(5)) { calls.on('h2', at(6)) { calls.set('a', '2') } } }

    then:
    stage.cells.guards == []
    stage.cells.hosts['h2'].a == '2'
  }

  def "on another host it looks after that one"() {
    when:
    run { calls -> calls.on('h2', at(6)) { calls.confirm(CONFIRM, at(5)) { calls.set('a', '2') } } }

    then:
    stage.cells.guards == ['arm', 'confirm']
    stage.cells.hosts['h2'].a == '2'
  }

  private Map<String, HostSummary> run(Closure body) {
    stage.run(stage.play([task(body)]))
  }

  private List confirmations() {
    stage.events.findAll { it instanceof Event.Confirmation }.collect { [it.confirmed(), it.message()] }
  }

  private List<String> scripts() {
    def words = stage.cells.frames*.applies().flatten()*.steps().flatten()*.script().findAll { !it.startsWith('[') }
    def guards = stage.cells.guards.iterator()
    words.collect { it.startsWith('kit_d=') ? guards.next() : it }
  }
}
