package kit.report

import static kit.report.Story.at
import static kit.report.Story.host
import static kit.spi.Result.Status.CHANGED
import static kit.spi.Result.Status.FAILED
import static kit.spi.Result.Status.OK

import java.nio.charset.StandardCharsets
import javax.xml.XMLConstants
import javax.xml.parsers.DocumentBuilderFactory
import javax.xml.transform.stream.StreamSource
import javax.xml.validation.SchemaFactory
import kit.engine.Event
import kit.model.Location
import kit.model.Problem
import org.w3c.dom.Element
import spock.lang.Specification

class JunitReportSpec extends Specification {

  def "a suite a host, a case a task, valid for build servers"() {
    given:
    def story = junit().play(['web1', 'web2', 'web3'], ['one', 'two'])

    when:
    ['web1', 'web2'].each { story.begin(it, 'one', 1).call(it, 'one', 'a', CHANGED, took: 1500) }
    story.begin('web1', 'two', 2)
        .call('web1', 'two', 'b', FAILED, line: 24, message: 'no "room" <here> & \u001b[31mnow', values: [stderr: 'one\ntwo\n'])
    story.begin('web2', 'two', 2).on(new Event.TaskSkipped('web2', 'two', at(2), 'only on Debian'))
    story.on(new Event.Printed('web2', 'port 80', at(3)))
    story.on(new Event.HostUnreachable('web3', 'one', at(1), at(1), 'no route', 'is it on?', false))
    story.finish([web1: host(), web2: host(), web3: host()])

    then:
    valid(story.output)
    suites(story)*.getAttribute('name') == ['web1', 'web2', 'web3']
    suites(story).collect { [it.getAttribute('tests'), it.getAttribute('failures'), it.getAttribute('errors'), it.getAttribute('skipped'), it.getAttribute('time')] } ==
        [['2', '1', '0', '0', '1.501'], ['2', '0', '0', '1', '1.5'], ['1', '0', '1', '0', '0.0']]
    one(story, 'failure').getAttribute('message') == 'no "room" <here> & \\x1b[31mnow'
    one(story, 'failure').textContent == 'site.groovy:24:3\nno "room" <here> & \\x1b[31mnow\none\ntwo'
    one(story, 'error').textContent == 'site.groovy:1:3\nno route\nis it on?'
    one(story, 'skipped').getAttribute('message') == 'only on Debian'
    story.output.contains('<system-out>port 80\n</system-out>')
  }

  def "an ignored failure is none; a task with calls is not skipped"() {
    given:
    def story = junit().play(['a'], ['one'])

    when:
    story.begin('a', 'one', 1).call('a', 'one', 'x', FAILED, ignored: true).call('a', 'one', 'y', OK)
    story.on(new Event.TaskSkipped('a', 'one', at(1), 'the second round of a loop'))
    story.finish([a: host()])

    then:
    valid(story.output)
    suites(story)[0].getAttribute('failures') == '0'
    suites(story)[0].getAttribute('skipped') == '0'
  }

  def "secrets are masked, also where XML writes them in another way, and noLog hides all"() {
    given:
    def story = junit()
    story.redactor.hide('ge<&">heim')
    story.play(['a'], ['one', 'two'])

    when:
    story.begin('a', 'one', 1).call('a', 'one', 'x', FAILED, message: 'login as ge<&">heim failed')
    story.begin('a', 'two', 2).call('a', 'two', 'x', FAILED, message: 'verbatim', hidden: true)
    story.on(new Event.Printed('a', 'it is ge<&">heim', at(3)))
    story.finish([a: host()])

    then:
    valid(story.output)
    !story.output.contains('heim')
    !story.output.contains('verbatim')
    story.output.count('******') == 3
  }

  def "what stopped a run before it began is an error"() {
    given:
    def story = junit()

    when:
    story.report.problems([new Problem(new Location('site.groovy', 3, 1), 'no module nmae', "did you mean 'name'?")])

    then:
    valid(story.output)
    one(story, 'error').textContent == "site.groovy:3:1\nno module nmae\ndid you mean 'name'?"
  }

  private static Story junit() {
    def story = new Story()
    story.report = new JunitReport(story.sink)
    story
  }

  private static boolean valid(String xml) {
    def schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(JunitReportSpec.getResource('junit.xsd'))
    schema.newValidator().validate(new StreamSource(new StringReader(xml)))
    true
  }

  private static List<Element> suites(Story story) { all(story, 'testsuite') }

  private static Element one(Story story, String name) {
    def found = all(story, name)
    assert found.size() == 1
    found[0]
  }

  private static List<Element> all(Story story, String name) {
    def bytes = story.output.getBytes(StandardCharsets.UTF_8)
    def nodes = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes)).getElementsByTagName(name)
    (0..<nodes.length).collect { nodes.item(it) as Element }
  }
}
