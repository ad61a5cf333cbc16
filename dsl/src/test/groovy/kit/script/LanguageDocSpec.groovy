package kit.script

import java.nio.file.Files
import java.nio.file.Path
import kit.model.KitException
import kit.model.Problem
import kit.spi.Result.Status
import spock.lang.Specification
import spock.lang.TempDir

/** Runs every example of docs/language.md; one without a play is the body of a task. */
class LanguageDocSpec extends Specification {

  @TempDir Path folder

  static final PAGE = Files.readString(Path.of('../docs/language.md'))
  static final KNOWN = ['port', 'sites', 'motd', 'chosen', 'added', 'item', 'common', 'channel']

  static examples(String mark, int more) {
    def blocks = (PAGE =~ /(?s)```(\w+)( [^\n]+)?\n(.*?)```/).collect { [it[1] + (it[2] ?: ''), it[3]] }
    blocks.indices.findAll { blocks[it][0] == mark }.collect { n -> blocks[n..(n + more)].collect { it[1] } }
  }

  static String whole(String example) {
    example.contains('play(') ? example
      : "play('p') { hosts 'all'; handler('reload nginx') { }; task('t') {\n$example}}".toString()
  }

  /** The example as a file, beside the files of tasks that the page shows. */
  private Path site(String text) {
    (PAGE =~ /(?s)```groovy (\S+\.groovy)\n(.*?)```/).each {
      def file = folder.resolve(it[1])
      Files.createDirectories(file.parent)
      Files.writeString(file, it[2])
    }
    Files.writeString(folder.resolve('site.groovy'), text)
  }

  /** Runs all bodies for a host, if there is nothing wrong before. */
  List<Problem> problems(String example) {
    try {
      def loaded = new PlaybookLoader(Samples.CATALOG, Optional.<Path> empty()).load(site(whole(example)))
      def found = new PlaybookCheck(Samples.CATALOG).check(loaded, KNOWN as Set, true)
      if (found.empty) {
        loaded.playbook().plays().each { play ->
          play.tasks().each { it.body().run(host(play.vars() + it.options().vars())) }
        }
      }
      found
    } catch (KitException e) {
      e.problems()
    }
  }

  static host(Map vars) {
    def result = new RecordingSession.Given(Status.OK, [jid: 'a' * 32, finished: true, rc: 0, stdout: 'ok', stderr: ''])
    new RecordingSession(
      answers: ['yes'],
      facts: [os: [family: 'Debian', name: 'Debian'], cpu: [count: 2]],
      variables: [port: 80, sites: ['a'], chosen: ['a'], added: result, release: "stable", item: 'a', common: [:]] + vars,
      results: [command: result])
  }

  def 'right: #example'() {
    expect:
    problems(example) == []

    where:
    example << examples('groovy', 0)*.getAt(0)
  }

  def 'wrong: #example'() {
    given:
    int before = example.contains('play(') ? 0 : 1

    expect:
    problems(example).collect { problem ->
      def at = problem.location()
      "${at.line() - before}${at.column() ? ':' + at.column() : ''}: $problem.message ($problem.hint)".toString()
    } == messages.readLines()

    where:
    [example, messages] << examples('groovy wrong', 1)
  }

  def 'the page holds examples of both kinds'() {
    expect:
    examples('groovy', 0).size() >= 15
    examples('groovy wrong', 1).size() >= 10
  }
}
