package kit.report

import static kit.report.Story.at
import static kit.report.Story.diff
import static kit.report.Story.host
import static kit.spi.Result.Status.CHANGED
import static kit.spi.Result.Status.FAILED
import static kit.spi.Result.Status.OK

import java.time.Duration
import kit.engine.Event
import spock.lang.Specification

class TextReportSpec extends Specification {

  static final TEN = (1..10).collect { "web$it" as String }

  def "tells a run as the design shows it"() {
    given:
    def story = Story.text(0, true).play(TEN, ['Install nginx', 'Sites'])
    TEN.each { story.begin(it, 'Install nginx', 1).begin(it, 'Sites', 2) }

    when:
    TEN.each {
      story.call(it, 'Install nginx', 'nginx', OK, took: 400)
      boolean changes = it in ['web7', 'web3']
      story.call(it, 'Sites', 'shop.conf', changes ? CHANGED : OK,
          diffs: changes ? [diff('listen 80;\n', 'listen 8080;\n')] : [])
      if (it == 'web7') {
        story.call(it, 'Sites', 'nginx -t', FAILED, line: 24, message: 'nginx -t failed with 1',
            values: [stderr: 'nginx: [emerg] unexpected "}"\n'], hint: 'try: kit doc command')
      } else {
        story.call(it, 'Sites', 'nginx -t', OK)
      }
    }
    story.handler('web3', 'reload nginx')
    story.call('web3', 'reload nginx', 'nginx', CHANGED, handler: true)
    story.on(new Event.HandlersKept('web7', ['reload nginx']))
    story.finish(TEN.collectEntries { [it, host(ok: 2, failed: it == 'web7' ? 1 : 0)] })

    then:
    story.lines[0..14] == '''\
      Web · 10 hosts
        ok       Install nginx                    10
        changed  Sites: shop.conf                 2 (web3, web7) · 8 ok
                 --- /etc/motd
                 @@ -1,1 +1,1 @@
                 -listen 80;
                 +listen 8080;
        failed   Sites: nginx -t                  1 (web7)                        site.groovy:24:3
                 nginx -t failed with 1
                 nginx: [emerg] unexpected "}"
                 try: kit doc command
        changed  handler: reload nginx            1 (web3)

        host   ok  changed  failed  unreachable  skipped      time  round trips
        web1    2        0       0            -        0     0.4 s            2'''
        .stripIndent().readLines()
    story.lines[-2] ==
        '10 hosts: 9 ok, 1 failed · 0 changed · 1.4 s · 2 round trips a host · slowest: Install nginx 0.4 s'
    story.lines[-1] == 'kept for the next run: reload nginx on web7'
  }

  def "keeps the playbook's order however hosts interleave, and waits for the last host"() {
    given:
    def story = Story.text().play(['a', 'b'], ['one', 'two', 'three'])
    ['a', 'b'].each { story.begin(it, 'one', 1).begin(it, 'two', 2).begin(it, 'three', 3) }

    when: 'a is done with everything'
    ['one', 'two', 'three'].each { story.call('a', it, '', OK) }

    then: 'b may still say something about the first task'
    story.lines.size() == 1

    when:
    story.call('b', 'one', '', OK).call('b', 'two', '', CHANGED)

    then:
    tasks(story) == ['ok one']

    when:
    story.call('b', 'three', '', OK)

    then:
    tasks(story) == ['ok one', 'changed two']

    when:
    story.finish([a: host(), b: host()])

    then:
    tasks(story) == ['ok one', 'changed two', 'ok three']
  }

  def "does not wait for a host that has stopped"() {
    given:
    def story = Story.text(1).play(['a', 'b'], ['one', 'two'])
    ['a', 'b'].each { story.begin(it, 'one', 1).begin(it, 'two', 2) }

    when:
    story.on(end)
    story.call('a', 'one', '', OK).call('a', 'two', '', OK)

    then: 'b never said anything of the first task, or nothing after it'
    tasks(story).contains('ok one')
    tasks(story)[0] == line

    where:
    end                                                           || line
    new Event.HostUnreachable('b', 'one', at(1), at(9), 'no route', '', false)  || 'unreachable one'
    new Event.HostInterrupted('b', 'one', at(1), at(9), '')               || 'interrupted one'
    new Event.BodyFailed('b', 'one', at(1), 'no variable x', '', false)  || 'ok one'
  }

  def "shows a failure that hosts share once"() {
    given:
    def story = Story.text().play(TEN, ['one'])

    when:
    TEN[0..3].each {
      story.begin(it, 'one', 1)
      story.call(it, 'one', 'x', FAILED, message: 'disk full', line: 7)
    }
    story.begin('web9', 'one', 1)
    story.call('web9', 'one', 'x', FAILED, message: 'no such user', line: 7)
    story.finish([:])

    then:
    story.output.count('disk full') == 1
    story.lines.find { it.contains('4 (web1, web2, web3, web4)') }.endsWith('site.groovy:7:3')
    story.lines.find { it.contains('1 (web9)') }.startsWith('  failed')
  }

  def "a host that failed alike several times is named once"() {
    given:
    def story = Story.text().play(['a', 'b', 'c'], ['one'])

    when:
    ['a', 'a', 'b'].each {
      story.begin(it, 'one', 1)
      story.call(it, 'one', 'x', FAILED, message: 'disk full', line: 7)
    }
    story.finish([:])

    then:
    story.output.contains(' 2 (a, b) ')
  }

  def "a host whose failure was rescued is heard again"() {
    given:
    def story = Story.text().play(['a', 'b'], ['one', 'two'])
    ['a', 'b'].each { story.begin(it, 'one', 1) }

    when:
    story.call('a', 'one', 'x', FAILED, message: 'bad').call('b', 'one', 'x', OK)
    story.begin('b', 'two', 2).call('b', 'two', 'x', OK)
    story.call('a', 'one', 'y', CHANGED)
    story.begin('a', 'two', 2).call('a', 'two', 'x', OK)
    story.finish([a: host(), b: host()])

    then:
    tasks(story) == ['failed one', 'changed one', 'ok two']
  }

  def "tells #what with its reason"() {
    given:
    def story = Story.text(verbosity).play(['a', 'b'], ['one'])
    ['a', 'b'].each { story.begin(it, 'one', 1) }

    when:
    story.on(event)
    story.finish([a: host(), b: host()])

    then:
    lines.every { story.output.contains(it) }

    where:
    what           | verbosity | event                                             || lines
    'a skip'       | 1         | new Event.TaskSkipped('a', 'one', at(1), 'only on Debian') || ['  skipped  one                              1 (a)', '           only on Debian']
    'the unknown'  | 0         | new Event.TaskUnknown('a', 'one', at(1), 'after a command') || ['  maybe    one', 'after a command']
    'a print'      | 0         | new Event.Printed('a', 'port 80', at(1))          || ['  says     one', '           port 80']
    'a warning'    | 0         | new Event.Warning('a', 'hard link')               || ['  warning  a: hard link']
  }

  def "says why a host is ok with -v, and what ran with -vv"() {
    given:
    def story = Story.text(verbosity).play(['a', 'b'], ['one'])

    when:
    ['a', 'b'].each {
      story.begin(it, 'one', 1)
      story.call(it, 'one', 'x', OK, message: 'nginx is installed', values: [cmd: 'nginx -v'])
    }
    story.finish([a: host(), b: host()])

    then:
    story.output.contains('           nginx is installed') == why
    story.output.contains('           $ nginx -v') == command

    where:
    verbosity || why   | command
    0         || false | false
    1         || true  | false
    2         || true  | true
  }

  def "a command given as words can be copied into a shell"() {
    given:
    def story = Story.text(2).play(['a'], ['one']).begin('a', 'one', 1)

    when:
    story.call('a', 'one', 'x', CHANGED, values: [cmd: ['touch', 'a b', "it's", '\$x']])

    then:
    story.finish([a: host()]).lines.contains('''           \$ touch 'a b' 'it'\\''s' '\$x\'''')
  }

  def "two tasks of one name in a row are two"() {
    given:
    def story = Story.text().play(['a'], ['same', 'same'])

    when:
    story.begin('a', 'same', 1).begin('a', 'same', 2)
    story.call('a', 'same', '', CHANGED, began: 1).call('a', 'same', '', FAILED, began: 2, message: 'bad')
    story.finish([a: host()])

    then:
    tasks(story) == ['changed same', 'failed same']
  }

  def "shows nothing of a call with noLog but that it was"() {
    given:
    def story = Story.text(2, true).play(['a'], ['one']).begin('a', 'one', 1)

    when:
    story.call('a', 'one', 'label', FAILED, hidden: true, message: 'message',
        values: [stderr: 'stderr'], hint: 'hint', diffs: [diff('before', 'after')])
    story.finish([a: host(failed: 1)])

    then:
    story.output.contains('(hidden by noLog)')
    ['label', 'message', 'stderr', 'hint', 'before', 'after'].every { !story.output.contains(it) }
  }

  def "keeps what a host says from steering the terminal and from forging lines"() {
    given:
    def story = Story.text().play(['a', 'b'], ['one']).begin('a', 'one', 1)

    when:
    story.call('a', 'one', 'x', FAILED, message: text)
    story.finish([a: host(failed: 1), b: host()])

    then:
    story.lines[2] == '           ' + shown

    where:
    text                   || shown
    'a\u001b[2Kb'          || 'a\\x1b[2Kb'
    'a\rok  b'             || 'a\\x0dok  b'
    'a\u009b1mb'           || 'a\\x9b1mb'
    'abc\u202egnp'         || 'abc\\u202egnp'
    'x' * 400              || 'x' * 300 + ' ... 100 more characters'
    'x' * 301              || 'x' * 300 + ' ... 1 more character'
  }

  def "shows the end of a long output"() {
    given:
    def story = Story.text().play(['a'], ['one']).begin('a', 'one', 1)

    when:
    story.call('a', 'one', 'x', FAILED, message: 'failed',
        values: [stderr: (1..50).collect { "line $it\r\n" }.join()])
    story.finish([a: host(failed: 1)])

    then:
    story.lines[3] == '           ... 40 lines before'
    story.lines[4] == '           line 41'
    story.lines[13] == '           line 50'
  }

  def "puts handlers that were flushed in the middle where they ran"() {
    given:
    def story = Story.text().play(['a'], ['one', 'two'])

    when:
    story.begin('a', 'one', 1).call('a', 'one', '', CHANGED)
    story.handler('a', 'reload').call('a', 'reload', '', CHANGED, handler: true)
    story.begin('a', 'two', 2).call('a', 'two', '', OK)
    story.finish([a: host()])

    then:
    tasks(story) == ['changed one', 'changed handler: reload', 'ok two']
  }

  def "folds a long list of hosts in the recap"() {
    given:
    def hosts = (1..30).collectEntries { ["h$it" as String, host(failed: it == 7 ? 1 : 0)] }

    when:
    def story = Story.text().finish(hosts)

    then:
    story.lines.findAll { it =~ /^  h\d/ }*.split()*.getAt(0).flatten() == ['h7']
    story.output.contains('and 29 hosts without trouble (-v shows them)')
  }

  def "says how long in words: #millis ms is #words"() {
    expect:
    Span.of(Duration.ofMillis(millis)) == words

    where:
    millis    || words
    40        || '40 ms'
    1400      || '1.4 s'
    99_949    || '99.9 s'
    200_000   || '3 min 20 s'
    7_260_000 || '2 h 1 min'
  }

  /** The lines of tasks without hosts: {@code ok Install nginx}. */
  private static List<String> tasks(Story story) {
    def line = ~/^  (\S+) +(\S+( \S+)*).*/
    def known = Mark.values()*.word()
    story.lines.collect { line.matcher(it) }
        .findAll { it.matches() && it.group(1) in known }
        .collect { it.group(1) + ' ' + it.group(2) }
  }
}
