package kit.script.verb

import java.time.Duration
import kit.model.Options
import kit.model.Unknowable
import kit.script.RecordingSession
import kit.script.Scripts
import kit.spi.Result.Status
import spock.lang.Specification

class FlowVerbsSpec extends Specification {

  static failing() { new RecordingSession(failing: 'fail') }

  static final STYLES = [
    'one line'   : 'attempt { fail() } rescue { e -> println e.message } always { ping() }',
    'line ends'  : 'attempt {\n fail()\n}\nrescue { e ->\n println e.message\n}\n// more\nalways {\n ping()\n}',
    'else style' : 'attempt {\n fail()\n} rescue { e ->\n println e.message\n} always {\n ping()\n}',
    'it'         : 'attempt { fail() } rescue { println it.message } always { ping() }',
    'nested'     : 'block { attempt { fail() }\nrescue { e -> println e.message }\n always { ping() } }',
  ]

  def 'attempt, rescue and always belong together: #style'() {
    when:
    def session = Scripts.run(STYLES[style], failing())

    then:
    session.printed*.replaceAll(/^\d+: /, '') == ['it failed']
    session.calls*.name() == ['fail', 'ping']

    where:
    style << STYLES.keySet()
  }

  def 'two attempts one after the other are two'() {
    when:
    def session = Scripts.run('''
      attempt { fail() }
      rescue { println 'first' }
      attempt { ping() }
      always { println 'second' }
    ''', failing())

    then:
    session.printed == ['3: first', '5: second']
  }

  def 'an attempt works in functions and loops, and sees their variables'() {
    when:
    def session = Scripts.run('''
      def seen = []
      ['a', 'b'].each { x ->
        attempt { careful(x) } rescue { seen << x }
      }
      println seen
    ''', failing(), 'def careful(x) { attempt { if (x == "a") fail() else ping() } always { println x } }\n')

    then:
    session.printed*.replaceAll(/^\d+: /, '') == ['a', 'b', '[a]']
  }

  def 'the failure is strict: #read'() {
    expect:
    Scripts.run("attempt { fail() } rescue { e -> println e.$read }", failing()).printed == ["1: $value".toString()]

    where:
    read          || value
    'message'     || 'it failed'
    'host'        || 'web1'
    'task'        || 'task'
    'rc'          || 1
    'unreachable' || false
    'get("x")'    || null
  }

  def 'a wrong field of the failure is an error'() {
    expect:
    Scripts.failure('attempt { fail() } rescue { e -> e.mesage }', failing()).message() == "the failure has no 'mesage'"
  }

  def 'a wrong attempt is refused before the run: #body'() {
    expect:
    Scripts.problemsInTask("\n$body") == ["site.groovy:2:$problem (attempt { ... } rescue { e -> ... } always { ... })".toString()]

    where:
    body                                                      || problem
    'rescue { ping() }'                                       || "1: 'rescue' belongs behind an attempt"
    'always { ping() }'                                       || "1: 'always' belongs behind an attempt"
    'attempt { ping() }'                                      || '1: attempt alone rescues nothing'
    'attempt("x") { ping() } rescue { }'                      || '1: attempt wants a block and nothing else'
    'attempt { ping() } always { } rescue { }'                || '1: there is one attempt, one rescue, one always, in this order'
    'attempt { ping() } rescue { } rescue { }'                || '1: there is one attempt, one rescue, one always, in this order'
    'attempt { ping() } rescue { }; println 1; always { }'    || "43: 'always' belongs behind an attempt"
  }

  def 'among tasks an attempt holds tasks, and those of its rescue know what went wrong'() {
    given:
    def tasks = Scripts.load('''
      play('p') {
        hosts 'all'
        block(tags: 'b', become: true) {
          attempt {
            task('one', tags: 'x') { fail 'on purpose' }
            task('two') { println 'never' }
          }
          rescue { task('three') { println "$failure.task: $failure.message" } }
          always { task('four') { println 'always' } }
        }
      }''').playbook().plays()[0].tasks()
    def session = new RecordingSession(failing: 'fail')

    when:
    tasks[0].body().run(session)

    then:
    tasks*.name() == ['attempt']
    tasks[0].open()
    session.steps == ['task one tags [b, x]', 'block ', 'task three tags [b]', 'task four tags [b]']
    session.printed*.replaceFirst(/.*?: /, '') == ['task: it failed', 'always']
  }

  def 'an attempt that nobody can make is refused: #text'() {
    expect:
    Scripts.problems("play('p') { hosts 'a'\n$text }") == ["site.groovy:2:$problem".toString()]

    where:
    text                                                    || problem
    "attempt { task('t') { } } rescue { e -> task('u') { } }" || "36: a rescue of tasks takes no parameter (its tasks have a variable: failure.message)"
    "attempt { ping() } always { }"                         || "11: ping cannot run among tasks (put it into task('...') { })"
    "task('t', when: { attempt { } always { } }) { }"       || "19: 'attempt' does not belong in a closure that only gives a value (it belongs in a task: task('...') { attempt ... })"
  }

  def 'a block of tasks that loops or repeats does so as a whole; what else is said goes to its tasks'() {
    given:
    def tasks = Scripts.load('''
      play('p') {
        hosts 'all'
        block('round', loop: [1, 2], retries: 3, until: { done }, tags: 'b', become: true, runOnce: true) {
          task('one', tags: 'x') { println item }
          task('two') { println item }
        }
      }''').playbook().plays()[0].tasks()
    def session = new RecordingSession(variables: [item: 1])

    when:
    tasks[0].body().run(session)

    then:
    tasks*.name() == ['round']
    tasks[0].open()
    tasks[0].options() == Options.NONE
    with(session.blocks[0]) {
      loop().get().of(session) == [1, 2]
      retries().get() == 3
      until().present
      runOnce()
      tags() == []
    }
    session.steps == ['block ', 'task one tags [b, x]', 'task two tags [b]']
  }

  def 'blocks have options of their own'() {
    when:
    def session = Scripts.run('''
      def n = 0
      block('both', become: true, tags: 'x', vars: [a: 1], retries: 2, delay: 1.s, until: { n > 0 }, loop: ['a'],
        throttle: 2, delegateTo: "d$host", runOnce: true) { n++; ping() }
      block { ping() }
      block(when: false) { }
      println n
    ''')

    then:
    session.steps == ['block both', 'block ', 'block ']
    session.printed == ['7: 1']
    with(session.blocks[0]) {
      become().get().user() == 'root'
      tags() == ['x']
      vars() == [a: 1]
      retries().get() == 2
      delay().get() == Duration.ofSeconds(1)
      until().get().test(session, null)
      loop().get().of(session) == ['a']
      throttle().get() == 2
      delegateTo().get() == 'dweb1'
      runOnce()
    }
    !session.blocks[2].when().get().test(session, null)
  }

  def 'among the tasks of a play a block shares its options'() {
    when:
    def tasks = Scripts.load('''
      play('p') {
        hosts 'all'
        block(tags: 'outer', when: { a }, vars: [x: 1, y: 1], become: true) {
          task('one', tags: 'inner', when: { b }, vars: [y: 2]) { ping() }
          block(tags: 'deep', become: 'x' == 'y') { task('two') { ping() } }
        }
        task('three') { ping() }
      }''').playbook().plays()[0].tasks()
    def runs = { a, b -> tasks[0].options().when().get().test(new RecordingSession(variables: [a: a, b: b]), null) }

    then:
    tasks*.name() == ['one', 'two', 'three']
    tasks*.options()*.tags() == [['outer', 'inner'], ['outer', 'deep'], []]
    tasks[0].options().vars() == [x: 1, y: 2]
    tasks*.options()*.become().collect { it.map { b -> b.user() }.orElse('none') } == ['root', '', 'none']
    runs(true, true) && !runs(false, true) && !runs(true, false)
  }

  def 'hosts are ordered by barrier, once, on and local'() {
    when:
    def session = Scripts.run('''
      barrier()
      def token = once { command 'x' }
      def list = once { [1, [a: 2]] }
      println "$token.rc ${list[1].a}"
      def r = on('db1') { command 'y' }
      println r.rc
      local { ping() }
      flushHandlers()
      refreshInventory()
      endHost('done')
      endPlay()
    ''', new RecordingSession(results: [command: new RecordingSession.Given(Status.OK, [rc: 7])]))

    then:
    session.steps == ['barrier', 'once', 'once', 'on db1', 'on localhost', 'flushHandlers', 'refreshInventory', 'endHost done',
                      'endPlay the playbook says so']
    session.printed == ['5: 7 2', '7: 7']
  }

  def 'what once gives cannot be changed by one host'() {
    expect:
    Scripts.failure('def x = once { [1] }; x << 2').message() == 'this collection is read-only'
  }

  def 'once assigns nothing that other hosts would miss'() {
    expect:
    Scripts.problemsInTask('\ndef x = 0\nonce { x = 5 }').size() == 1
  }

  def 'between tasks barrier and flushHandlers are tasks, whatever tags are chosen'() {
    when:
    def tasks = Scripts.load('''
      play('p') { hosts 'all'; task('a') { ping() }; barrier(); flushHandlers(); refreshInventory(); task('b') { ping() } }
    ''').playbook().plays()[0].tasks()
    def session = new RecordingSession()
    tasks*.body()*.run(session)

    then:
    tasks*.name() == ['a', 'barrier', 'flushHandlers', 'refreshInventory', 'b']
    tasks*.open() == [false, true, true, true, false]
    session.steps == ['barrier', 'flushHandlers', 'refreshInventory']
  }

  def 'a flow verb said wrongly says how it is said: #say'() {
    expect:
    Scripts.failure("\n$say").toString() == "site.groovy:2:1: $message".toString()

    where:
    say                  || message
    'barrier(1)'         || "'barrier' is not said like this (for example barrier())"
    'refreshInventory(1)' || "'refreshInventory' is not said like this (for example refreshInventory())"
    'once(2) { }'        || "'once' is not said like this (for example def token = once { ... })"
    'on { }'             || "on wants the name of a host (for example on('db1') { ... })"
    "on('a')"            || "'on' is not said like this (for example on('db1') { ... })"
    "local('a') { }"     || "'local' is not said like this (for example local { ... })"
    "endHost('a', 'b')"  || "'endHost' is not said like this (for example endHost('why'))"
    "block('a', 'b') {}" || "a block has one name or none, and a block (block('name') { })"
    "block(loop: 5) { }" || "'loop' wants a list, not 5"
    "block(register: 'x') { }" || "a block has no option 'register' (say it on a call: it judges one result)"
    "addHost port: 5"    || "addHost wants one name (addHost name: 'web9', groups: 'web', vars: [port: 80])"
    "groupBy 'a', 'b'"   || 'groupBy wants one name (groupBy "os_${facts.os.name}")'
    "ask()"              || "'ask' is not said like this (for example ask('Go on?', choices: ['yes', 'no']))"
    "ask('x', defualt: 1)" || "ask has no 'defualt' (did you mean 'default'?)"
    "ask('x', default: 'a', choices: ['b'])" || "the default 'a' is none of the choices"
    "include()"          || "include wants the path of one file (include 'tasks/web.groovy')"
  }

  def 'hosts and groups can be added'() {
    expect:
    Scripts.run(say, new RecordingSession(facts: [os: [name: 'Debian']])).steps == [step]

    where:
    say                                                          || step
    "addHost name: 'w9', groups: 'a, b', vars: [x: 1], port: 80" || 'addHost w9 [a, b] [x:1, port:80]'
    "addHost 'w9', group: ['a']"                                 || 'addHost w9 [a] [:]'
    "addHost 'w9'"                                               || 'addHost w9 [] [:]'
    'groupBy "os_${facts.os.name}"'                              || 'groupBy os_Debian'
    "groupBy key: 'x'"                                           || 'groupBy x'
  }

  def 'questions are asked with what is said of them'() {
    given:
    def session = Scripts.run(
      "println ask('Go on?', default: 'yes', secret: true, choices: ['yes', 'no'], name: 'go')",
      new RecordingSession(answers: ['no']))

    expect:
    session.printed == ['1: no']
    with(session.asked[0]) {
      text() == 'Go on?'
      otherwise().get() == 'yes'
      secret()
      !confirm()
      choices() == ['yes', 'no']
      name() == 'go'
    }
  }

  def 'module defaults are under what a call says: #call'() {
    given:
    def session = new RecordingSession(defaults: [apt: [state: 'latest', become: true, update_cache: true]])

    when:
    Scripts.run(call, session)

    then:
    session.calls[0].module().toString() == "Apt[name=[x], state=$state, updateCache=$update]".toString()
    session.calls[0].options().become().get().user() == user

    where:
    call                                        || state     | update | user
    "apt name: 'x'"                             || 'LATEST'  | true   | 'root'
    "apt name: 'x', state: 'absent'"            || 'ABSENT'  | true   | 'root'
    "apt 'x', 'present', updateCache: false"    || 'PRESENT' | false  | 'root'
    "apt name: 'x', become: false"              || 'LATEST'  | true   | ''
  }

  def 'check mode ends where a body reads what only a run would give: #field'() {
    when:
    Scripts.run("def r = command 'x'; println r.$field",
      new RecordingSession(results: [command: new RecordingSession.Given(status, [complete: 1], complete)]))

    then:
    def unknown = thrown(Unknowable)
    unknown.message.contains("'${field.replace('?', '').tokenize('.')[0]}'")

    where:
    field       | status         | complete
    'rc'        | Status.CHANGED | false
    'stdout'    | Status.MAYBE   | false
    'failed'    | Status.CHANGED | false
    'changed'   | Status.MAYBE   | true
    'values.rc' | Status.CHANGED | false
    'rc'        | Status.MAYBE   | true
  }

  def 'check mode goes on where a field is known: #field'() {
    expect:
    Scripts.run("def r = command 'x'; println r.$field",
      new RecordingSession(results: [command: new RecordingSession.Given(Status.CHANGED, [was: 1], false)])).printed == ["1: $value".toString()]

    where:
    field     || value
    'changed' || true
    'skipped' || false
    'was'     || 1
    'status'  || 'changed'
  }
}
