package kit.report

import static kit.spi.Result.Status.OK

import kit.engine.Event
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

class LiveReportSpec extends Specification {

  def "says below the lines what is going on, and leaves only the lines"() {
    given:
    def story = new Story()
    def hosts = (1..12).collect { "a-host-with-a-rather-long-name-$it" as String }
    story.report = new LiveReport(story.sink, Style.PLAIN, new Detail(0, false), 80)

    when:
    story.play(hosts, ['one', 'two'])
    hosts.each { story.begin(it, 'one', 1).begin(it, 'two', 2) }
    story.call(hosts[0], 'one', '', OK).call(hosts[0], 'two', '', OK)

    then:
    new PollingConditions(timeout: 5).eventually {
      assert screen(story.output)[1] == '  connect · 1 of 12 hosts past it'
    }
    screen(story.output)[2].contains('a-host')
    story.output.split(/[\r\n]/).every { it.replaceAll(/\u001b\[\w+/, '').length() < 80 }

    when:
    hosts.drop(1).each { story.call(it, 'one', '', OK).call(it, 'two', '', OK) }
    story.finish(hosts.collectEntries { [it, Story.host(ok: 2)] })

    then:
    screen(story.output)[0..3] == ['Web · 12 hosts', '  ok       one                              12',
        '  ok       two                              12', '']
    screen(story.output)[4].startsWith('12 hosts: 12 ok')
    screen(story.output).size() == 5
  }

  def "shows the call that is being done, also while those before it have not been heard of"() {
    given:
    def story = new Story()
    story.report = new LiveReport(story.sink, Style.PLAIN, new Detail(0, false), 80)

    when:
    story.play(['a', 'b'], ['one', 'two', 'three'])
    ['a', 'b'].each { story.begin(it, 'one', 1).begin(it, 'two', 2).begin(it, 'three', 3) }
    story.on(new Event.CallBegan('a', 'two', Story.at(2), false))
    story.on(new Event.CallBegan('b', 'three', Story.at(3), false))

    then:
    shown(story, '  two · 1 of 2 hosts past it')

    when:
    story.on(new Event.CallBegan('a', 'three', Story.at(3), false))

    then:
    shown(story, '  three · 0 of 2 hosts past it')

    when:
    ['a', 'b'].each { host -> ['one', 'two', 'three'].each { story.call(host, it, '', OK) } }
    ['a', 'b'].each { story.handler(it, 'reload').on(new Event.CallBegan(it, 'reload', Story.at(90), true)) }

    then:
    shown(story, '  reload · 0 of 2 hosts past it')

    cleanup:
    story.report.close()
  }

  private static boolean shown(Story story, String line) {
    new PollingConditions(timeout: 5).eventually { assert line in screen(story.output) }
    true
  }

  def "a colour is shown on a terminal only, and if nobody minds"() {
    expect:
    Style.of(terminal, noColor, term).colour() == colour

    where:
    terminal | noColor | term    || colour
    true     | null    | 'xterm' || true
    true     | ''      | 'xterm' || true
    true     | '1'     | 'xterm' || false
    true     | null    | 'dumb'  || false
    true     | null    | null    || false
    false    | null    | 'xterm' || false
  }

  /** What stands on a terminal after it was sent this: knows CR, LF, up and clear below. */
  private static List<String> screen(String output) {
    def rows = [new StringBuilder()]
    int row = 0
    int column = 0
    for (int i = 0; i < output.length(); i++) {
      char c = output.charAt(i)
      if (c == '\r' as char) {
        column = 0
      } else if (c == '\n' as char) {
        row++
        column = 0
        if (row == rows.size()) rows << new StringBuilder()
      } else if (output.startsWith('\u001b[1A', i)) {
        row--
        i += 3
      } else if (output.startsWith('\u001b[J', i)) {
        rows = rows[0..row]
        rows[row].setLength(column)
        i += 2
      } else {
        rows[row].setLength(Math.max(rows[row].length(), column + 1))
        rows[row].setCharAt(column++, c)
      }
    }
    rows*.toString().with { it.last().isEmpty() ? it.init() : it }
  }
}
