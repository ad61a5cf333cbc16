package kit.script.verb

import java.nio.file.Files
import java.nio.file.Path
import kit.model.KitException
import kit.model.Problem
import kit.script.LoadedPlaybook
import kit.script.PlaybookCheck
import kit.script.PlaybookLoader
import kit.script.RecordingSession
import kit.script.Samples
import spock.lang.Specification
import spock.lang.TempDir

class IncludeSpec extends Specification {

  @TempDir
  Path folder

  private Path file(String name, String text) {
    def file = folder.resolve(name)
    Files.createDirectories(file.parent)
    Files.writeString(file, text)
  }

  private LoadedPlaybook load(String text, Path cache = null) {
    new PlaybookLoader(Samples.CATALOG, Optional.ofNullable(cache)).load(file('site.groovy', text))
  }

  private static List<Problem> refused(Path file, Path cache) {
    try {
      new PlaybookLoader(Samples.CATALOG, Optional.of(cache)).load(file)
      []
    } catch (KitException e) {
      e.problems()
    }
  }

  /** One line for each problem, without the folder. */
  private List<String> problems(String text) {
    def loader = new PlaybookLoader(Samples.CATALOG, Optional.<Path> empty())
    try {
      def loaded = loader.read(file('site.groovy', text))
      return shortened(new PlaybookCheck(Samples.CATALOG).check(loaded, ['port'] as Set, true))
    } catch (KitException e) {
      return shortened(e.problems())
    }
  }

  private List<String> shortened(List<Problem> problems) {
    problems*.toString()*.replace("$folder/".toString(), '')
  }

  def 'the tasks of a file stand where it is included, with what is said on the include'() {
    given:
    file('tasks/web.groovy', '''
      def greeting() { "hello $host" }
      task('one', tags: 'x') { debug msg: "${greeting()} $port" }
      handler('reload') { ping() }
      include 'more.groovy', tags: 'm'
    ''')
    file('tasks/more.groovy', "task('two') { debug msg: n }")

    when:
    def play = load('''
      play('p') {
        hosts 'all'
        task('before') { ping() }
        include 'tasks/web.groovy', tags: 'web', vars: [n: 5], when: { port > 1 }
        task('after') { ping() }
      }''').playbook().plays()[0]
    def session = new RecordingSession(variables: [port: 8, n: 5])
    play.tasks()*.body()*.run(session)

    then:
    play.tasks()*.name() == ['before', 'one', 'two', 'after']
    play.tasks()*.options()*.tags() == [[], ['web', 'x'], ['web', 'm'], []]
    play.tasks()[2].options().vars() == [n: 5]
    play.tasks()[2].options().when().get().test(session, null)
    !play.tasks()[1].options().when().get().test(new RecordingSession(variables: [port: 0]), null)
    play.tasks()[1].location().toString().endsWith('tasks/web.groovy:3:7')
    play.handlers()*.name() == ['reload']
    session.calls*.module()*.toString() == ['Ping[]', 'Debug[msg=hello web1 8]', 'Debug[msg=5]', 'Ping[]']
  }

  def 'a path may be computed for each host, with the same inheritance: #how'() {
    given:
    file('tasks/Debian.groovy', "task('one', tags: 'x', when: { b }) { ping() }\ntask('two') { ping() }")
    def tasks = load("play('p') { hosts 'all'\n$how }").playbook().plays()[0].tasks()
    def session = new RecordingSession(facts: [os: [family: 'Debian']], variables: [a: a, b: b])

    when:
    tasks*.body()*.run(session)

    then:
    session.steps == ['task one tags [t, x]', 'task two tags [t]']
    session.calls.size() == runs

    where:
    [how, [a, b, runs]] << [
      [
        'include(tags: "t", when: { a }) { "tasks/${facts.os.family}.groovy" }',
        'block(tags: "t") { include(when: { a }) { "tasks/${facts.os.family}.groovy" } }',
        'task("x") { include "tasks/${facts.os.family}.groovy", tags: "t", when: { a } }',
      ],
      [[true, true, 2], [true, false, 1], [false, true, 0]]
    ].combinations()
  }

  def 'a computed include is open, so that tags choose among its tasks'() {
    expect:
    load("play('p') { hosts 'a'\ninclude { 'x.groovy' } }").playbook().plays()[0].tasks()*.open() == [true]
  }

  def 'all mistakes of playbook and included files are told at once, each in its file'() {
    given:
    file('tasks/web.groovy', '''task('one', tagz: 'x') {
  apt nmae: 'nginx'
  debug msg: prot
  ping notify: 'nobody'
}
hosts 'web'
include 'none.groovy'
''')

    expect:
    problems('''play('p') {
  hosts 'all'
  atp name: 'x'
  task('t', retries: 'many') { command chdir: '/' }
  include 'tasks/web.groovy'
  task('u') { include 'tasks/web.groovy'; ping notify: 'nobody'; debug msg: porrt }
}''') == [
      "site.groovy:3:3: unknown word 'atp' (did you mean 'apt'?)",
      "site.groovy:4:3: 'retries' wants a whole number, not 'many'",
      "site.groovy:4:32: command needs the argument 'cmd' (see kit doc command)",
      "site.groovy:6:48: no handler is called 'nobody' (handlers are defined in the same play)",
      "site.groovy:6:77: nothing gives 'porrt' a value (did you mean 'port'?)",
      "tasks/web.groovy:1:1: a task has no option 'tagz' (did you mean 'tags'?)",
      "tasks/web.groovy:2:7: apt has no argument 'nmae' (did you mean 'name'? (kit doc apt))",
      "tasks/web.groovy:3:14: nothing gives 'prot' a value (did you mean 'port'?)",
      "tasks/web.groovy:4:8: no handler is called 'nobody' (handlers are defined in the same play)",
      "tasks/web.groovy:6:1: 'hosts' does not belong among tasks (it belongs in a play: play('...') { hosts ... })",
      "tasks/web.groovy:7:1: there is no file 'none.groovy' (looked for tasks/none.groovy and none.groovy)"]
  }

  def 'a file that does not compile is one problem of the pass'() {
    given:
    file('broken.groovy', "task('x') {\n")

    expect:
    problems("play('p') { hosts 'all'\ninclude 'broken.groovy'\nnothing() }")*.tokenize(':')*.take(2) ==
      [['broken.groovy', '1'], ['site.groovy', '3']]
  }

  def '#what is refused'() {
    given:
    file('a.groovy', text)

    expect:
    problems("play('p') { hosts 'all'\n$how\n}") == [message]

    where:
    what                    | how                                 | text                      || message
    'a file of itself'      | "include 'a.groovy'"                | "include 'a.groovy'"      || "a.groovy:1:1: 'a.groovy' includes itself (an include in a task may do so)"
    'a loop'                | "include 'a.groovy', loop: [1]"     | "task('x') { ping() }"    || "site.groovy:2:1: include has no option 'loop' (say it on one task, or use Groovy: items.each { ... })"
    'a file that is none'   | "include 'b.groovy'"                | ''                        || "site.groovy:2:1: there is no file 'b.groovy' (looked for b.groovy)"
    'a value in the list'   | "include 'a.groovy'"                | 'task("$port") { ping() }' || "a.groovy:1:8: 'port' has no value among tasks, only for a host (use it in a task, or in a closure: vars x: { port })"
  }

  def 'a file that is included for a host brings its handlers: #how'() {
    given:
    file('a.groovy', "handler('h', listen: 'topic') { ping() }\ntask('x') { ping notify: 'h' }\ntask('y') { ping notify: 'topic' }")
    def session = new RecordingSession()

    when:
    load("play('p') { hosts 'all'\n$how }").playbook().plays()[0].tasks()[0].body().run(session)

    then:
    session.steps == ['handler h', 'task x tags []', 'task y tags []']
    problems("play('p') { hosts 'all'\n$how }") == []

    where:
    how << ["include { 'a.groovy' }", "task('t') { include 'a.groovy' }"].take(2)
  }

  def 'what a computed file does wrong is told when it is included'() {
    given:
    file('a.groovy', "task('x') { apt nmae: 'y' }")
    def body = load("play('p') { hosts 'all'\ntask('t') { include \"\${host}.groovy\" } }").playbook().plays()[0].tasks()[0].body()

    when:
    body.run(new RecordingSession(host: host))

    then:
    def e = thrown(KitException)
    shortened(e.problems()) == [message]

    where:
    host || message
    'a'  || "a.groovy:1:17: apt has no argument 'nmae' (did you mean 'name'? (kit doc apt))"
    'b'  || "site.groovy:2:13: there is no file 'b.groovy' (looked for b.groovy)"
  }

  def 'an include may recur for as long as it says'() {
    given:
    file('a.groovy', "task('x') { debug msg: n; if (n > 0) include 'a.groovy', vars: [n: n - 1] }")
    def session = new RecordingSession(variables: [n: 2])

    when:
    load("play('p') { hosts 'all'\ntask('t') { include 'a.groovy' } }").playbook().plays()[0].tasks()[0].body().run(session)

    then:
    session.calls*.module()*.msg() == [2, 1, 0]
  }

  def 'included files are cached like playbooks, and are another file as a playbook'() {
    given:
    file('a.groovy', "task('x') { debug msg: port }")
    def cache = folder.resolve('cache')
    def text = "play('p') { hosts 'all'\ninclude 'a.groovy' }"
    def first = load(text, cache)

    expect:
    load(text, cache).index() == first.index()
    Files.list(cache).withCloseable { it.count() } == 2
    shortened(refused(folder.resolve('a.groovy'), cache)) ==
      ["a.groovy:1:1: 'task' does not belong outside of a play (it belongs in a play: play('...') { task ... })"]
  }
}
