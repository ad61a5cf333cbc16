package kit.script.scope

import java.time.Duration
import kit.model.Become
import kit.script.RecordingSession
import kit.script.Scripts
import kit.spi.Result.Status
import spock.lang.Specification

class BodySpec extends Specification {

  static session(Map values) { new RecordingSession(values) }

  def 'module calls reach the host in the order written'() {
    when:
    def session = Scripts.run('''
      apt name: ['nginx', 'openssl'], updateCache: true, notify: 'reload', tags: 'x, y'
      command 'nginx -t', readOnly: true
      ['a', 'b'].each { site ->
        template src: 's.j2', dest: "/etc/${site}.conf", mode: 0644
      }
      ping()
    ''')

    then:
    session.calls*.name() == ['apt', 'command', 'template', 'template', 'ping']
    session.calls*.location()*.toString() ==
      ['site.groovy:2:7', 'site.groovy:3:7', 'site.groovy:5:9', 'site.groovy:5:9', 'site.groovy:7:7']
    session.calls[0].module().name() == ['nginx', 'openssl']
    session.calls[0].options().notifies() == ['reload']
    session.calls[0].options().tags() == ['x', 'y']
    session.calls[3].module().dest() == '/etc/b.conf'
  }

  def '#body prints #text'() {
    given:
    def session = session(
      variables: [port: 80, sites: ['a', 'b'], db: [name: 'shop', owner: 'me'], owner: 'tom', delegate: 'ann', binding: 1],
      facts: [os: [family: 'Debian']], others: [db1: [x: 5]])

    expect:
    Scripts.run(body, session).printed == ["1: $text".toString()]

    where:
    body                                                   || text
    'println port'                                         || '80'
    'println "${port + 1} $host"'                          || '81 web1'
    'println groups'                                       || '[prod, web]'
    'println facts.os.family'                              || 'Debian'
    'println facts.get("nothing")'                         || 'null'
    'println facts["nothing"]'                             || 'null'
    'println facts?.nothing?.more'                         || 'null'
    'println facts?.os?.family'                            || 'Debian'
    'println vars.port'                                    || '80'
    'println vars["port"]'                                 || '80'
    'println vars?.nothing'                                || 'null'
    'println hostvars["db1"].x'                            || '5'
    'println host("db1").vars.x'                           || '5'
    'println host("db1").facts.name'                       || 'db1'
    'println has("port")'                                  || 'true'
    'println defined("nothing")'                           || 'false'
    'println sites.collect { "$it!" }'                     || '[a!, b!]'
    'println sites.collect { owner }'                      || '[tom, tom]'
    'println db.collectEntries { k, v -> [v, k] }'         || '[shop:name, me:owner]'
    '["a"].each { println "$owner $delegate $binding" }'   || 'tom ann 1'
    'println db'                                           || '[name:shop, owner:me]'
    'println 90.s'                                         || 'PT1M30S'
    'println "${500.ms} ${5.min} ${2.h} ${1.d}"'           || 'PT0.5S PT5M PT2H PT24H'
    'println([1, 2].sum())'                                || '3'
    'println "a$port".toUpperCase()'                       || 'A80'
    'println(["a$port": 1].containsKey("a80"))'            || 'true'
    'printf "%s-%d", host, port'                           || 'web1-80'
    'println new StringBuilder().with { append("x"); append(port); length() }'   || '3'
    'println([name: "n"].with { name })'                   || 'n'
    'def name = "x"; println "${-> name}"'                 || 'x'
    'println "${sites*.toUpperCase()}"'                    || '[A, B]'
    'def greet = { "hi $it" }; println greet("you")'       || 'hi you'
    'switch (port) { case 80: println "eighty"; break; default: println "other" }' || 'eighty'
    'println([*sites, "c"])'                               || '[a, b, c]'
    'println facts.os == [family: "Debian"]'               || 'true'
    'int n = 0; [1, 2].each { n += it }; println n'        || '3'
    'def s = 0; for (int i = 0; i < 3; i++) s += i; println s' || '3'
    'def s = ""; for (x in sites) { s += x }; println s'   || 'ab'
    'def (a, b) = [1, 2]; (a, b) = [b, a]; println "$a$b"' || '21'
    'def x = null; x ?= 5; println x'                      || '5'
    'def m = [a: [1]]; m.a << 2; m.b = 3; println m'       || '[a:[1, 2], b:3]'
    'println facts?["nothing"]'                            || 'null'
    'println([[a: 1], [a: 2]]*.a)'                         || '[1, 2]'
    'println sites.toSorted { it }.reverse()'              || '[b, a]'
    'println Math.max(1, 2)'                               || '2'
    'println sites.withIndex().collect { s, i -> s + i }'  || '[a0, b1]'
    'println has("port") ? port : 0'                       || '80'
    'def f; f = { n -> n < 2 ? 1 : n * f(n - 1) }; println f(4)' || '24'
  }

  def 'functions, fields and closures of the script see the host of the body that calls them'() {
    given:
    def before = '''
      import groovy.transform.Field
      @Field String suffix = 'conf'
      def wait(path) { copy dest: "$path-$host.$suffix", content: port }
      def twice = { wait it; ping() }
      def names = ['x']
      def outer = { twice(names[0]) }
      def again
      again = { n -> n > 1 ? again(n - 1) : ping() }
    '''

    when:
    def one = Scripts.run('outer(); again(3); find()', session(variables: [port: 1]), before + 'def find() { ping() }\n')

    then:
    one.calls*.name() == ['copy', 'ping', 'ping', 'ping']
    one.calls[0].module().dest() == 'x-web1.conf'
    one.calls[0].module().content().get() == '1'
  }

  def 'options are taken from the call or, where an argument has the name, from options:'() {
    when:
    def session = Scripts.run('''
      waitFor 80, timeout: 5.s, options: [timeout: 60.s, become: true]
      command 'x', env: [A: "b${1}"], retries: 2, delay: 3, register: 'out', ignore_errors: true,
        becomeUser: 'postgres', become: true, check: false, noLog: true, vars: [a: 1]
      command 'x', become: false
    ''')
    def options = session.calls*.options()

    then:
    session.calls[0].module().timeout() == Duration.ofSeconds(5)
    options[0].timeout().get() == Duration.ofSeconds(60)
    options[0].become().get() == Become.ROOT
    options[1].environment() == [A: 'b1']
    options[1].retries().get() == 2
    options[1].delay().get() == Duration.ofSeconds(3)
    options[1].register().get() == 'out'
    options[1].ignoreErrors().get()
    options[1].become().get() == new Become('postgres', 'sudo')
    options[1].check().get() == false
    options[1].noLog()
    options[1].vars() == [a: 1]
    options[2].become().get().user() == ''
  }

  def 'conditions on a call judge its result'() {
    given:
    def result = new RecordingSession.Given(Status.OK, [rc: 2, stdout: 'new'])

    when:
    def session = Scripts.run('''
      def limit = 1
      command 'x', changedWhen: { it.rc > limit }, failedWhen: { it.stdout == 'old' }, until: { r -> r.rc == port }
      command 'x', failedWhen: false
    ''', session(variables: [port: 2]))
    def options = session.calls[0].options()

    then:
    options.changedWhen().get().test(session, result)
    !options.failedWhen().get().test(session, result)
    options.until().get().test(session, result)
    !session.calls[1].options().failedWhen().get().test(session, result)
  }

  def 'a body that fails says where and why: #body'() {
    given:
    def session = session(
      variables: [port: 80, sites: ['a'], db: [name: 'x']], facts: [os: [family: 'Debian', name: 'x']])

    expect:
    Scripts.failure("\n$body", session).toString() == "site.groovy:2$message"

    where:
    body                              || message
    'facts.os.famly'                  || ": facts.os has no 'famly' (did you mean 'family'?)"
    'facts.os.zzzzzzzzz'              || ": facts.os has no 'zzzzzzzzz' (it has family, name)"
    'db.nmae'                         || ": db has no 'nmae' (did you mean 'name'?)"
    'vars.prot'                       || ":1: no variable 'prot'"
    'prot'                            || ":1: no variable 'prot'"
    'db.name = "y"'                   || ": db.name cannot be assigned (variables are read-only; use setFact)"
    'db["name"] = "y"'                || ": db.name cannot be assigned (variables are read-only; use setFact)"
    'sites << "b"'                    || ": this collection is read-only (make a new one: list + [x], list.toSorted(), new ArrayList(list))"
    'port.foo()'                      || ": a number has no method 'foo'"
    'port.foo("x", [1])'              || ": a number has no method 'foo' that takes a text, a list"
    'port.foo'                        || ": a number has no 'foo'"
    '1 / 0'                           || ": ArithmeticException: Division by zero"
    'facts.get("x").y'                || ": Cannot get property 'y' on null object (?. reads what may be missing)"
    'throw new Exception("oh")'       || ": Exception: oh"
    'apt nmae: "x"'                   || ":1: apt has no argument 'nmae' (did you mean 'name'? (kit doc apt))"
    'apt name: "x", retries: "many"'  || ":1: 'retries' wants a whole number, not 'many'"
    'apt name: "x", loop: [1]'        || ":1: apt has no option 'loop' (loop in Groovy: items.each { ... })"
    'apt name: "x", when: "a == b"'   || ":1: 'when' wants true, false or a closure (conditions are Groovy: when: { a == b })"
    'def m = "aptt"; "$m"(name: 1)'   || ":17: unknown module 'aptt' (did you mean 'apt'?)"
    'port.with { nothing() }'         || ": a number has no method 'nothing'"
    'db.with { port = 5 }'            || ": db.port cannot be assigned (variables are read-only; use setFact)"
    'skip()'                          || ":1: skip wants one text: why (for example skip('...'))"
    'host("a").nmae'                  || ": host('a') has no 'nmae' (did you mean 'name'?)"
  }

  def 'a map that is the only argument counts as named arguments'() {
    given:
    def session = Scripts.run('''
      def common = [state: 'latest']
      apt(common + [name: 'x'])
      apt name: 'y', *: common
      "${'pi' + 'ng'}"()
    ''')

    expect:
    session.calls*.module()*.toString() == [
      'Apt[name=[x], state=LATEST, updateCache=false]', 'Apt[name=[y], state=LATEST, updateCache=false]', 'Ping[]']
  }

  def 'what the engine throws to end a body passes untouched'() {
    when:
    Scripts.run('skip "no need"; ping()')

    then:
    def skipped = thrown(RecordingSession.Skipped)
    skipped.message == 'no need'
  }

  def 'collections from outside are read-only in bodies even where the source does not show it'() {
    given:
    def before = 'def make() { [[1], [a: []]] }\ndef shared = make()\n'

    expect:
    Scripts.failure("def s = shared; $change", new RecordingSession(), before).message() == 'this collection is read-only'

    where:
    change << ['s << 1', 's[0] << 1', 's[1].b = 2', 's[1].a.add(1)']
  }

  def 'closures among variables are computed for each host when they are read'() {
    given:
    def loaded = Scripts.load('''
      play('p') { hosts 'all'; vars port: { facts.x ? 1 : 2 }; task('t') { println port } }''')
    def play = loaded.playbook().plays()[0]
    def session = session(facts: [x: fact], variables: play.vars())

    when:
    play.tasks()[0].body().run(session)

    then:
    session.printed == ["2: $port".toString()]

    where:
    fact  || port
    true  || 1
    false || 2
  }

  def 'names of static imports are the script\'s own'() {
    expect:
    Scripts.run('println max(1, 2) + MAX_VALUE', new RecordingSession(),
      'import static java.lang.Math.max\nimport static java.lang.Short.MAX_VALUE\n').printed == ['3: 32769']
  }
}
