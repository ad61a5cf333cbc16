package kit.report

import java.time.Duration
import kit.data.Json
import kit.report.ShellEnd.Kind
import spock.lang.AutoCleanup
import spock.lang.Specification

class ShellReportSpec extends Specification {

  static final WELL = ShellEnd.of(0, false, Duration.ofMillis(20))

  def out = new ByteArrayOutputStream()
  def err = new ByteArrayOutputStream()
  def redactor = new Redactor()
  @AutoCleanup ShellScreen screen =
      new ShellScreen(sink(out), sink(err), Style.PLAIN, ['web1', 'web2', 'db'])

  def "to a pipe each line goes at once, and names its host"() {
    given:
    def lines = new ShellLines(sink(out), sink(err))

    when:
    lines.line('web1', false, 'up \u001b[2J')
    lines.line('db', true, 'no such file')

    then:
    "$out" == 'web1 | up \\x1b[2J\n'
    "$err" == 'db | no such file\n'

    when:
    lines.ended('web1', WELL)
    lines.ended('db', ShellEnd.of(2, false, Duration.ZERO))
    lines.finished(totals(1, 0, 0), Duration.ZERO)

    then:
    "$err".readLines().drop(1) == ['db: exit status 2', '3 hosts: 2 ok, 1 failed']
  }

  def "it is told how a command ended: #said"() {
    given:
    def lines = new ShellLines(sink(out), sink(err))

    when:
    lines.ended('db', end)

    then:
    "$err" == (said ? "db: $said\n" : '')

    where:
    end                                                          || said
    ShellEnd.of(0, false, Duration.ZERO)                         || ''
    ShellEnd.of(137, false, Duration.ZERO)                       || 'killed by signal 9'
    ShellEnd.of(143, true, Duration.ZERO)                        || 'took too long and was ended'
    ShellEnd.of(Kind.STOPPED, 'it was stopped', '')              || 'stopped'
    ShellEnd.of(Kind.UNREACHABLE, 'no answer', 'is it switched on?') || 'no answer (is it switched on?)'
  }

  def "on a terminal equal answers are told once"() {
    when:
    ['db', 'web2', 'web1'].each {
      screen.line(it, false, it == 'db' ? 'ten' : 'twelve')
      screen.ended(it, WELL)
    }
    screen.finished(totals(0, 0, 0), Duration.ZERO)

    then:
    "$out" == 'web1, web2\n  twelve\ndb\n  ten\n'
    err.size() == 0
  }

  def "answers that differ only in how the command ended are not equal"() {
    when:
    screen.ended('web1', WELL)
    screen.ended('web2', ShellEnd.of(1, false, Duration.ZERO))
    screen.ended('db', WELL)
    screen.finished(totals(1, 0, 0), Duration.ZERO)

    then:
    "$out" == 'web1, db · says nothing\nweb2 · exit status 1\n'
    "$err" == '3 hosts: 2 ok, 1 failed\n'
  }

  def "what takes longer than a moment comes line by line from then on"() {
    when:
    screen.line('web1', false, 'first')
    screen.line('web2', false, 'short')
    screen.ended('web2', WELL)

    then:
    out.size() == 0

    when:
    screen.pass(System.nanoTime())

    then:
    "$out" == 'web2\n  short\nweb1 | first\n'

    when:
    screen.line('web1', true, 'second')
    screen.line('db', false, 'late')
    screen.ended('web1', ShellEnd.of(1, false, Duration.ZERO))

    then:
    "$err" == 'web1 | second\n'
    "$out".readLines().last() == 'web1 | exit status 1'

    when:
    screen.ended('db', WELL)
    screen.finished(totals(1, 0, 0), Duration.ZERO)

    then:
    "$out".readLines()[-2..-1] == ['db', '  late']
  }

  def "the clock does that by itself"() {
    when:
    screen.line('db', false, 'slow')

    then:
    new spock.util.concurrent.PollingConditions(timeout: 4).eventually { assert "$out" == 'db   | slow\n' }
  }

  def "to programs it is JSON, and the last line a summary"() {
    given:
    def json = new ShellJson(sink(out))
    redactor.hide('hunter2')

    when:
    json.line('db', true, 'my "hunter2"')
    json.ended('db', ShellEnd.of(124, true, Duration.ofMillis(1500)))
    json.ended('web1', ShellEnd.of(Kind.UNREACHABLE, 'gone', 'why'))
    json.finished(totals(1, 1, 0), Duration.ofSeconds(2))

    then:
    "$out".readLines().collect { Json.tryRead(it) } == [
      [event: 'line', host: 'db', stream: 'stderr', text: 'my "******"'],
      [event: 'ended', host: 'db', rc: 124, timedOut: true, took: 1.5],
      [event: 'unreachable', host: 'web1', message: 'gone', hint: 'why'],
      [event: 'summary', exit: 2, took: 2.0, hosts: 3, ok: 1, failed: 1, unreachable: 1, interrupted: 0]]
  }

  private Sink sink(OutputStream stream) {
    new Sink(new PrintStream(stream), redactor)
  }

  private static Totals totals(int failed, int unreachable, int interrupted) {
    new Totals(3, failed, unreachable, interrupted, 0, 0, 1, 1)
  }
}
