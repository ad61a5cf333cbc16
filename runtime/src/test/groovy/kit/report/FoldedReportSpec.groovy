package kit.report

import static kit.report.Story.at
import static kit.report.Story.diff
import static kit.report.Story.host
import static kit.spi.Result.Status.CHANGED
import static kit.spi.Result.Status.FAILED
import static kit.spi.Result.Status.OK

import kit.engine.Event
import spock.lang.Specification

/** Many hosts, and terminals of any width. */
class FoldedReportSpec extends Specification {

  static final TEN = (1..10).collect { "web$it" as String }

  def "a trouble that differs only in the name of the host is told once"() {
    given:
    def story = Story.text().play(hosts, ['one'])

    when:
    hosts.each {
      story.begin(it, 'one', 1)
      story.on(new Event.HostUnreachable(it, 'one', at(1), at(1), "cannot reach $it (10.0.0.${it.size()}:22): refused" as String,
          "is sshd running on $it?" as String, false))
    }
    story.finish(hosts.collectEntries { [it, host(lost: true)] })

    then:
    story.lines[1..3] == told

    where:
    hosts            || told
    ['web1', 'db-1'] || ['  unreachable one                              2                               site.groovy:1:3',
        '           cannot reach HOST: refused', '           is sshd running on HOST?']
    ['web1']         || ['  unreachable one                                                              site.groovy:1:3',
        '           cannot reach web1 (10.0.0.4:22): refused', '           is sshd running on web1?']
  }

  def "#count hosts that do the same are a line for each task"() {
    given:
    def hosts = (1..count).collect { "web$it" as String }
    def story = Story.text(0, true).play(hosts, ['one', 'two', 'three'])

    when:
    hosts.eachWithIndex { name, i ->
      story.begin(name, 'one', 1).call(name, 'one', 'a', OK)
      story.begin(name, 'two', 2).call(name, 'two', 'b', i % 10 ? OK : CHANGED,
          diffs: i % 10 ? [] : [diff('x\n', 'y\n')])
      story.begin(name, 'three', 3).call(name, 'three', 'c', i % 25 ? OK : FAILED, message: 'no space left')
    }
    story.finish(hosts.collectEntries { [it, host(ok: 3)] })

    then:
    story.lines[1..7]*.replaceAll(/ {2,}/, ' ')*.trim() == [
        "ok one $count", "changed two ${count / 10 as int} · ${count - count / 10 as int} ok",
        '--- /etc/motd', '@@ -1,1 +1,1 @@', '-x', '+y', "failed three $failed site.groovy:50:3"]*.toString()
    story.lines.size() < 15

    where:
    count || failed
    50    || '2 (web1, web26)'
    200   || '8 (web1, web26, web51, web76, web101, web126, web151, web176)'
  }

  def "many different troubles with one call are cut, the most common ones are shown"() {
    given:
    def hosts = (1..200).collect { "web$it" as String }
    def story = Story.text().play(hosts, ['one'])

    when:
    hosts.eachWithIndex { name, i ->
      story.begin(name, 'one', 1).call(name, 'one', '', FAILED, message: i < 150 ? "own $i" : 'shared')
    }
    story.finish([:])

    then:
    story.lines[1..2]*.trim()*.replaceAll(/ {2,}/, ' ') == ['failed one 50 site.groovy:50:3', 'shared']
    story.lines.findAll { it.contains('failed') }.size() == 9
    story.output.contains('  failed   one                              143\n           each in words of its own (-v shows them)')
  }

  def "what hosts say stands behind their names"() {
    given:
    def story = Story.text().play(['a', 'b'], ['one'])

    when:
    ['a', 'b'].each { story.begin(it, 'one', 1).on(new Event.Printed(it, "port $it", at(2))) }
    story.finish([:])

    then:
    story.lines[2..3] == ['           a: port a', '           b: port b']
  }

  def "a failed call shows the command, unless the message holds it"() {
    given:
    def story = Story.text().play(['a'], ['one']).begin('a', 'one', 1)

    when:
    story.call('a', 'one', '', FAILED, message: message, values: [cmd: ['nginx', '-t', 'a b'], stderr: 'one\ntwo\n'])
    story.finish([:])

    then:
    story.lines[2..-2]*.trim().findAll() == told

    where:
    message                  || told
    'nginx refused'          || ['nginx refused', "\$ nginx -t 'a b'", 'one', 'two']
    "run nginx -t 'a b': 1"  || ["run nginx -t 'a b': 1", 'one', 'two']
  }

  def "nothing is wider than a terminal of #columns columns"() {
    given:
    def story = Story.narrow(columns).play(TEN, ['Install everything that is needed'])

    when:
    TEN.each {
      story.begin(it, 'Install everything that is needed', 1)
      story.call(it, 'Install everything that is needed', '', it == 'web3' ? FAILED : OK, message: 'no', took: 400)
    }
    story.finish(TEN.collectEntries { [it, host(ok: 1, failed: it == 'web3' ? 1 : 0)] })

    then:
    story.lines.every { it.size() <= columns }
    story.output.contains('site.groovy:50:3')
    story.output.contains('  these again: --limit web3\n')

    where:
    columns << [60, 80, 200]
  }

  def "names that do not fit stand below their line; the recap is cut too"() {
    given:
    def hosts = (1..200).collect { "webserver$it" as String }
    def story = Story.narrow(80).play(hosts, ['one'])

    when:
    hosts.eachWithIndex { name, i ->
      story.begin(name, 'one', 1).call(name, 'one', '', i < 5 || i > 170 ? FAILED : OK, message: i < 5 ? 'a' : 'b')
    }
    story.finish(hosts.withIndex().collectEntries { name, i -> [name, host(failed: i > 4 && i < 171 ? 0 : 1)] })

    then:
    story.lines.every { it.size() <= 80 || it.startsWith('           on ') }
    story.lines[1].replaceAll(/ {2,}/, ' ') == ' failed one 5 site.groovy:50:3'
    story.lines[2].trim() == 'on webserver1, webserver2, webserver3, webserver4, webserver5'
    story.output.contains('  and 14 hosts more with trouble (-v shows them)\n  and 166 hosts without trouble')
    story.lines.size() < 35
  }
}
