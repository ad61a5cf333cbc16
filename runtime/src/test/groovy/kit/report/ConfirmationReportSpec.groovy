package kit.report

import static kit.report.Story.at
import static kit.report.Story.host
import static kit.spi.Result.Status.CHANGED

import kit.data.Json
import kit.engine.Event
import spock.lang.Specification

/** What is told of confirmWithin. */
class ConfirmationReportSpec extends Specification {

  def "in text it stands in its task, wherever the hosts are by then"() {
    when:
    def story = tell(Story.text())

    then:
    story.lines.findAll { it.trim() }.take(6) == [
      'Web · 2 hosts',
      '  changed  one: rule                        2',
      '  failed   one: confirmWithin               1 (b)                           site.groovy:5:3',
      '           shut out; b put everything back at 12:00:00',
      '           mend it',
      '  says     one: confirmWithin               1 (a)']
  }

  def "in JSON it has names of its own"() {
    when:
    def events = tell(Story.json()).lines.collect { Json.tryRead(it) as Map }

    then:
    events.findAll { it.event.contains('confirmed') }.collect { [it.event, it.host, it.task, it.line, it.message, it.hint, it.ignored] } == [
      ['confirmed', 'a', 'one', 5, 'confirmed on a new connection', '', false],
      ['not confirmed', 'b', 'one', 5, 'shut out; b put everything back at 12:00:00', 'mend it', false]]
  }

  def "for build servers the task has failed"() {
    given:
    def story = new Story()
    story.report = new JunitReport(story.sink)

    expect:
    tell(story).output =~ /(?s)<testsuite name="b"[^>]* failures="1".*<failure message="shut out; b put everything back at 12:00:00"/
  }

  private static Story tell(Story story) {
    story.play(['a', 'b'], ['one', 'two'])
    ['a', 'b'].each { story.begin(it, 'one', 1).begin(it, 'two', 2) }
    ['a', 'b'].each { story.call(it, 'one', 'rule', CHANGED, began: 1) }
    story.on(new Event.Confirmation('a', 'one', at(1), false, at(5), true, 'confirmed on a new connection', '', false))
    story.on(new Event.Confirmation('b', 'one', at(1), false, at(5), false, 'shut out; b put everything back at 12:00:00', 'mend it', false))
    story.finish([a: host(), b: host(failed: 1)])
  }
}
