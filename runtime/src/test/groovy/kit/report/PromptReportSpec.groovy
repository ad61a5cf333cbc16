package kit.report

import kit.engine.Event
import kit.model.Location
import spock.lang.Specification

class PromptReportSpec extends Specification {

  def bytes = new ByteArrayOutputStream()
  def redactor = new Redactor()
  def report = new PromptReport(new Sink(new PrintStream(bytes), redactor), Style.PLAIN, true, false, ['w1', 'w2', 'w3'])

  private List<String> shown() {
    report.show()
    bytes.toString().readLines()
  }

  def "hosts are told in their order, whoever answered first, and equal values once"() {
    when:
    report.value('w3', 'up')
    report.value('w2', 'down\nlate')
    report.value('w1', 'up')

    then:
    shown() == ['w1, w3: up', 'w2:', '  down', '  late']
  }

  def "a mistake in what was typed is shown with its place"() {
    given:
    report.typed('[3]', 'x = 1\nfacts.os.famly')

    when:
    ['w1', 'w2', 'w3'].each {
      report.on(new Event.BodyFailed(it, '', new Location('[3]', 2, 7), "facts.os has no 'famly'", "did you mean 'family'?", false))
    }

    then:
    shown() == ['3 hosts: failed', "  [3]:2:7: facts.os has no 'famly'", '      facts.os.famly',
                "            ^ did you mean 'family'?"]
  }

  def "troubles elsewhere, and what hosts print, keep their words; secrets do not"() {
    given:
    redactor.hide('s3cr3t-text')

    when:
    report.on(new Event.HostUnreachable('w1', '', Location.NONE, Location.NONE, 'refused', 'start sshd', false))
    report.on(new Event.Printed('w2', 'it is s3cr3t-text', Location.NONE))
    report.on(new Event.HostInterrupted('w3', '', Location.NONE, Location.NONE, 'it may go on'))

    then:
    shown() == ['w1: unreachable  refused', '  start sshd', 'w2: it is ******', 'w3: interrupted  stopped', '  it may go on']
  }
}
