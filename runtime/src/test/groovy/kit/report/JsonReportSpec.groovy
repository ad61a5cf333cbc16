package kit.report

import static kit.report.Story.at
import static kit.report.Story.diff
import static kit.report.Story.host
import static kit.spi.Result.Status.CHANGED
import static kit.spi.Result.Status.FAILED

import kit.data.Json as JsonText
import kit.engine.Event
import kit.model.Problem
import spock.lang.Specification

class JsonReportSpec extends Specification {

  def "every line is an object, the last one a summary"() {
    given:
    def story = Story.json().play(['a', 'b'], ['one']).begin('a', 'one', 1)

    when:
    story.call('a', 'one', 'x', CHANGED, message: 'done', values: [rc: 0, stdout: 'hi\n'],
        diffs: [diff('a', 'b')], took: 250)
    story.on(new Event.TaskSkipped('a', 'one', at(1), 'why'))
    story.on(new Event.TaskUnknown('a', 'one', at(1), 'why'))
    story.on(new Event.Printed('a', 'text', at(1)))
    story.on(new Event.BodyFailed('a', 'one', at(1), 'message', 'hint', false))
    story.on(new Event.HostUnreachable('b', '', at(1), at(1), 'message', 'hint', true))
    story.on(new Event.HostInterrupted('b', 'one', at(1), at(7), 'hint'))
    story.on(new Event.HandlersKept('a', ['reload']))
    story.on(new Event.Warning('a', 'message'))
    story.finish([a: host(changed: 1, failed: 1), b: host(lost: true)])

    then:
    def objects = parsed(story)
    objects*.event == ['play', 'task', 'call', 'skipped', 'maybe', 'printed', 'failed',
        'unreachable', 'interrupted', 'handlers kept', 'warning', 'summary']
    objects[2].subMap('host', 'status', 'took', 'file', 'line', 'values') == [
        host: 'a', status: 'changed', took: 0.25, file: 'site.groovy', line: 50,
        values: [rc: 0, stdout: 'hi\n']]
    objects[8].subMap('host', 'task', 'line', 'message') ==
        [host: 'b', task: 'one', line: 7, message: 'the run was stopped']
    objects[2].diffs == [[title: '/etc/motd', before: 'a', after: 'b']]
    objects[-1].subMap('exit', 'failed', 'unreachable', 'changed') ==
        [exit: 2, failed: 1, unreachable: 1, changed: 1]
    objects[-1].hosts.b.unreachable
  }

  def "any text survives and none reaches a terminal raw: #name"() {
    given:
    def story = Story.json().play(['a'], ['one'])

    when:
    story.call('a', 'one', 'x', FAILED, values: [stdout: text])

    then:
    parsed(story)[-1].values.stdout == back
    story.output.every { it == '\n' || it >= ' ' && !(it in '\u007f'..'\u009f') }

    where:
    name              | text                        || back
    'control'         | '\u001b[2K\u0000\t\r\u007f' || '\u001b[2K\u0000\t\r\u007f'
    'C1'              | 'a\u009bm'                  || 'a\u009bm'
    'quotes'          | '"\\"'                      || '"\\"'
    'other scripts'   | 'żółw \ud83d\udc22'         || 'żółw \ud83d\udc22'
    'bytes'           | 'hé'.getBytes('UTF-8')      || 'hé'
  }

  def "half a character is escaped, not written"() {
    expect:
    Json.of('a\ud83d', new Redactor()) == '"a\\ud83d"'
  }

  def "says nothing of hidden calls and secret differences"() {
    given:
    def story = Story.json().play(['a'], ['one'])

    when:
    story.call('a', 'one', 'SECRET', FAILED, hidden: true, message: 'SECRET', hint: 'SECRET',
        values: [x: 'SECRET'], diffs: [diff('SECRET', 'SECRET')])
    story.call('a', 'one', 'y', CHANGED,
        diffs: [new kit.spi.Diff('SECRET', 'SECRET', '/etc/key', true)])

    then:
    !story.output.contains('SECRET')
    parsed(story)[1].hidden
    parsed(story)[-1].diffs == [[title: '/etc/key', secret: true]]
  }

  def "tells what stopped a run before it began"() {
    given:
    def story = Story.json()

    when:
    story.report.problems([new Problem(at(3), 'no module aptt', "did you mean 'apt'?")], 1)

    then:
    def objects = parsed(story)
    objects*.event == ['problem', 'summary']
    objects[0].subMap('line', 'message') == [line: 3, message: 'no module aptt']
    objects[1].exit == 1
  }

  def "the summary's exit code is #code for #failed failed and #lost lost hosts"() {
    expect:
    Totals.of((1..failed + lost + 1).collectEntries {
      [it as String, host(failed: it <= failed ? 1 : 0, lost: it > failed && it <= failed + lost)]
    }).exitCode() == code

    where:
    failed | lost || code
    0      | 0    || 0
    1      | 0    || 2
    0      | 1    || 4
    1      | 1    || 2
  }

  def "a run that was stopped says so, whatever else went wrong"() {
    expect:
    Totals.of([a: host(failed: 1), b: host(lost: true), c: host(interrupted: true), d: host()])
      .with { [failed(), unreachable(), interrupted(), fine(), exitCode()] } == [1, 1, 1, 1, 130]
  }

  private static List<Map> parsed(Story story) {
    story.output.readLines().collect { JsonText.tryRead(it) as Map }
  }
}
