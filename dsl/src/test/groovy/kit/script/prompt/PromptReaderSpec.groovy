package kit.script.prompt

import kit.model.KitException
import kit.model.Location
import kit.model.Secrets
import kit.script.PlaybookLoader
import kit.script.RecordingSession
import kit.script.Samples
import kit.script.Scripts
import spock.lang.Specification

class PromptReaderSpec extends Specification {

  def reader = new PromptReader(new PlaybookLoader(Samples.CATALOG, Optional.empty()), Samples.CATALOG)
  def names = new Session()

  /** A session without hosts that are real. */
  static class Session implements PromptNames {
    Map<String, Object> values = [:]
    List<String> printed = []

    @Override
    Set<String> names() { values.keySet() }

    @Override
    Object value(String name) { values[name] }

    @Override
    List<String> hosts(List<String> patterns, Location where) { patterns.collectMany { it.tokenize(',') } }

    @Override
    Map<String, Map<String, Object>> facts(List<String> hosts) {
      hosts.collectEntries { [it, [os: [name: it == 'w1' ? 'debian' : 'alpine']]] }
    }

    @Override
    Map<String, Object> vars(String host, Location where) { [port: host == 'w1' ? 81 : 82] }

    @Override
    List<String> groups(String host) { ['web'] }

    @Override
    void print(String text) { printed << text }

    @Override
    Secrets secrets() { Secrets.NONE }
  }

  private List<PromptStatement> read(String text) { reader.read(text, '[1]') { it == 'web' }.statements() }

  private Object evaluate(String code) { reader.compile(code, '[1]', []).in(names) }

  def "'#text' is taken apart"() {
    when:
    def only = read(text)[0]

    then:
    [only.assigned(), only.receiver().trim(), only.rest().trim(), only.code().trim()] == parts
    read(text).size() == 1

    where:
    text                          || parts
    "ping()"                      || ['', '', '', 'ping()']
    "x = 1 + 2"                   || ['x', '', '', '1 + 2']
    "def x = (1 + 2) * 3"         || ['x', '', '', '(1 + 2) * 3']
    "web.apt name: 'x'"           || ['', 'web', "apt name: 'x'", "web.apt name: 'x'"]
    "x = web.apt name: 'x'"       || ['x', 'web', "apt name: 'x'", "web.apt name: 'x'"]
    "hosts('a').apt name: 'x'"    || ['', "hosts('a')", "apt name: 'x'", "hosts('a').apt name: 'x'"]
    "(web + db).apt name: 'x'"    || ['', '(web + db)', "apt name: 'x'", "(web + db).apt name: 'x'"]
    "web { ping() }"              || ['', 'web', 'ping()', 'web { ping() }']
    "web.facts.os"                || ['', '', '', 'web.facts.os']
    "[1].each { ping() }"         || ['', '', '', '[1].each { ping() }']
    "x == 1"                      || ['', '', '', 'x == 1']
  }

  def "what is left of a statement stays at its place"() {
    when:
    def statements = read("x = 1\ny = web.apt nmae: 'x'; ping()")

    then:
    statements*.assigned() == ['x', 'y', '']
    statements[1].rest().readLines()[1] == ' ' * 8 + "apt nmae: 'x'; "
    statements[2].code().readLines()[1] == ' ' * 23 + "ping()"

    when:
    reader.compile(statements[1].rest(), '[1]', []).refuse([] as Set)

    then:
    def wrong = thrown(KitException)
    wrong.problems()[0].toString().startsWith("[1]:2:13: apt has no argument 'nmae'")
  }

  def "'#code' runs on hosts: #perHost"() {
    expect:
    reader.compile(code, '[1]', []).perHost(['web', 'results'] as Set) == perHost

    where:
    code                                     || perHost
    'web.facts.os.name'                      || false
    "hosts('a')"                             || false
    'results.findAll { it.rc != 0 }*.host'   || false
    '1 + 1'                                  || false
    'facts.os.name'                          || true
    'port'                                   || true
    'ping()'                                 || true
    "if (facts.os) ping()"                   || true
    "has('port')"                            || true
  }

  def "#code is #value in a session"() {
    given:
    names.values = [
        web: new HostSet(['w1', 'w2'], names),
        r: new HostValues([w1: 'a', w2: 'b']),
        results: ['w1', 'w2'].collect {
          new HostResult(it, 'command', new RecordingSession.Given(kit.spi.Result.Status.OK, [rc: it == 'w1' ? 0 : 3]), Secrets.NONE)
        }]

    expect:
    evaluate(code) == value

    where:
    code                                                || value
    "hosts('a', 'b').names"                             || ['a', 'b']
    'web.names'                                         || ['w1', 'w2']
    'web.facts.os.name.byHost()'                        || [w1: 'debian', w2: 'alpine']
    'web.vars.port.collect { it + 1 }'                  || [82, 83]
    'web.findAll { it.facts.os.name == "alpine" }*.name' || ['w2']
    '(web + hosts("x")).names'                          || ['w1', 'w2', 'x']
    '(web - hosts("w1")).names'                         || ['w2']
    '(web & hosts("w1", "x")).names'                    || ['w1']
    'results.findAll { it.rc != 0 }*.host'              || ['w2']
    'hosts(results.findAll { it.rc == 0 }).names'       || ['w1']
    'results.rc'                                        || [0, 3]
    'r["w2"]'                                           || 'b'
    'r.hosts'                                           || ['w1', 'w2']
  }

  def "'#code' says #message"() {
    given:
    names.values = [web: new HostSet(['w1'], names)]

    when:
    evaluate(code)

    then:
    def wrong = thrown(KitException)
    wrong.problems()[0].message() == message

    where:
    code                    || message
    'web.fatcs'             || "hosts(...) has no 'fatcs'"
    'web.facts.os.nmae'     || "facts.os has no 'nmae'"
    'web.names = []'        || 'hosts(...).names cannot be assigned'
    'port'                  || "'port' has a value on hosts only"
    'ping()'                || 'ping runs on hosts and cannot run here'
  }

  private Object evaluate(String code, List<PromptFunction> functions) {
    reader.compile(code, '[1]', functions).in(names)
  }

  def "functions are taken out of a text, and stand behind the code that calls them"() {
    given:
    def input = reader.read('def twice(x) { both(x, x) }\ny = 1\ndef both(a, b) {\n  a + b\n}', '[1]') { false }

    expect:
    input.functions()*.key() == ['twice/1', 'both/2']
    input.functions()[1].text() == 'def both(a, b) {\n  a + b\n}'
    input.statements()*.said() == ['1']
    evaluate('twice(4)', input.functions()) == 8
    reader.compile('1 + 1', '[1]', input.functions()).functions() == []
    reader.compile('twice(4)', '[1]', input.functions()).functions()*.name() == ['twice', 'both']
    !reader.compile('twice(4)', '[1]', input.functions()).perHost([] as Set)
    reader.compile('twice(port)', '[1]', input.functions()).perHost([] as Set)
  }

  def "a function that calls a module runs on hosts"() {
    given:
    def input = reader.read('def look() { ping() }', '[1]') { false }

    expect:
    input.statements() == []
    reader.compile('look()', '[1]', input.functions()).perHost([] as Set)
    reader.compile('look()', '[1]', input.functions()).acts()
  }

  def "a closure that gets a name is no block"() {
    given:
    def statement = read('x = 1; triple = { it * 3 };')[1]

    expect:
    statement.said() == '{ it * 3 }'
    evaluate(statement.code()).call(4) == 12
  }

  def "a whole play is refused before a host is contacted"() {
    when:
    read("play('Web') {\n  hosts 'web'\n}")

    then:
    def wrong = thrown(KitException)
    wrong.problems()[0].location() == new Location('[1]', 1, 1)
    wrong.problems()[0].hint().contains(':run FILE')
  }

  def "code that goes on for ever ends when its thread is interrupted: #code"() {
    given:
    def worker = Thread.startDaemon {
      try {
        evaluate(code)
      } catch (KitException stopped) {
        // as wanted
      }
    }

    when:
    sleep 500
    worker.interrupt()
    worker.join(10_000)

    then:
    !worker.alive

    where:
    code << ['while (true) { }', 'for (int i = 0; i < 10; i = 0) { }', '[1].each { while (true) { } }']
  }

  def "syntax that is wrong has a place"() {
    when:
    read("apt name: 'x' state: 'y'")

    then:
    def wrong = thrown(KitException)
    wrong.problems()[0].location().line() == 1
  }

  def "a breakpoint is told to the host"() {
    expect:
    Scripts.run('breakpoint()').steps == ['breakpoint site.groovy:1:38']
  }
}
