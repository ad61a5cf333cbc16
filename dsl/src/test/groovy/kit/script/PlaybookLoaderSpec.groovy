package kit.script

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import kit.model.Become
import spock.lang.Specification
import spock.lang.TempDir

class PlaybookLoaderSpec extends Specification {

  @TempDir
  Path directory

  def 'a play holds what its block says'() {
    when:
    def play = Scripts.load('''
      def names = ['one']
      play('Web servers') {
        hosts 'web:&prod', 'db'
        become user: 'postgres', method: 'su'
        serial 1, '30%'
        vars port: 8080, sites: ['shop', "b${1}"]
        vars more: true
        varsFiles 'vars/common.yml'
        gatherFacts false
        environment LANG: 'C'
        tags 'web', 'x,y'
        postTasks { task('last') { ping() } }
        task('first', tags: 'config', when: false, timeout: 5.min, become: false, loop: ['a', 'b']) { ping() }
        names.each { task("each $it") { ping() } }
        preTasks { task('before') { ping() } }
        handler('reload', listen: ['web', 'any']) { ping() }
      }''').playbook().plays()[0]

    then:
    play.name() == 'Web servers'
    play.location().toString() == 'site.groovy:3:7'
    play.hosts() == ['web:&prod', 'db']
    play.options().become().get() == new Become('postgres', 'su')
    play.options().environment() == [LANG: 'C']
    play.options().tags() == ['web', 'x', 'y']
    play.serial() == ['1', '30%']
    play.vars() == [port: 8080, sites: ['shop', 'b1'], more: true]
    play.varsFiles() == ['vars/common.yml']
    !play.gatherFacts()
    play.tasks()*.name() == ['before', 'first', 'each one', 'last']
    play.handlers()*.name() == ['reload']
    play.handlers()[0].listen() == ['web', 'any']

    and:
    def first = play.tasks()[1]
    first.location().toString() == 'site.groovy:14:9'
    first.options().tags() == ['config']
    !first.options().when().get().test(new RecordingSession(), null)
    first.options().timeout().get() == Duration.ofMinutes(5)
    first.options().become().get().user() == ''
    first.options().loop().get().of(new RecordingSession()) == ['a', 'b']
  }

  def 'a play takes its settings as arguments too'() {
    when:
    def play = Scripts.load('''
      play(name: 'N', hosts: ['a', 'b'], become: true, becomeUser: 'u', vars: [x: 1], serial: 2, tags: 't',
        gatherFacts: false, environment: [A: 'b'], varsFiles: 'v.yml', noLog: true) { }
      play(hosts: 'h') { }
    ''').playbook().plays()

    then:
    play*.name() == ['N', 'h']
    play*.hosts() == [['a', 'b'], ['h']]
    play[0].options().become().get().user() == 'u'
    play[0].options().tags() == ['t']
    play[0].options().environment() == [A: 'b']
    play[0].options().noLog()
    play[0].vars() == [x: 1]
    play[0].serial() == ['2']
    play[0].varsFiles() == ['v.yml']
    !play[0].gatherFacts()
  }

  def 'options of tasks may depend on the host'() {
    given:
    def task = Scripts.load('''
      play('p') {
        hosts 'all'
        task('t', when: { facts.os == wanted }, loop: { sites }, retries: 2) { println item }
      }''').playbook().plays()[0].tasks()[0]
    def session = new RecordingSession(facts: [os: os], variables: [wanted: 'b', sites: [a: 1]])

    expect:
    task.options().when().get().test(session, null) == runs
    task.options().loop().get().of(session) == [[key: 'a', value: 1]]

    where:
    os  || runs
    'a' || false
    'b' || true
  }

  def 'reading shows all problems at once'() {
    expect:
    Scripts.problems('''play('p') {
      serial 'many'
      task('t') { }
      task { }
      task('u', tagz: 'x', retries: -1) { }
      task('v')
      become usr: 'x'
      gatherFacts 'no'
      handler('h') { }
      handler('h') { }
      task('w', when: 'a == b') { }
      vars 5
      tags 1, [a: 2]
    }
    play('q')
    play { task('x') { } }''') == [
      "site.groovy:1:1: the play 'p' has no hosts (say hosts 'all')",
      "site.groovy:2:7: 'many' is no batch size (for example serial 1, '30%')",
      "site.groovy:4:7: a task needs a name (task('name') { })",
      "site.groovy:5:7: a task has no option 'tagz' (did you mean 'tags'?)",
      "site.groovy:5:7: 'retries' wants a whole number, not -1",
      "site.groovy:6:7: a task needs a block (task('name') { })",
      "site.groovy:7:7: become has no option 'usr' (did you mean 'user'?)",
      "site.groovy:8:7: 'gatherFacts' wants true or false, not 'no' (write false, without quotes)",
      "site.groovy:10:7: a handler 'h' is already defined (the first stands at site.groovy:9:7)",
      "site.groovy:11:7: 'when' wants true, false or a closure (conditions are Groovy: when: { a == b })",
      "site.groovy:12:7: 'vars' is not said like this (for example vars port: 8080)",
      "site.groovy:13:7: 'tags' wants text, not a map",
      "site.groovy:15:5: a play needs a block (play('name') { hosts 'all' })",
      "site.groovy:16:5: the play 'play' has no hosts (say hosts 'all')"]
  }

  def 'the source shows all problems at once, wrong arguments among them'() {
    expect:
    Scripts.problems('''play('p') {
      hosts 'all'
      task('t') {
        atp name: 'x'
        apt nmae: 'y', state: 'instaled', retries: 'many'
        x = 5
      }
    }''')*.split(':')*.getAt([1, 2]) == [['4', '9'], ['5', '13'], ['5', '24'], ['5', '43'], ['6', '9']]
  }

  def 'a playbook without a play is refused: #text'() {
    expect:
    Scripts.problems(text) == ["site.groovy: there is no play in it (play('name') { hosts 'all' })"]

    where:
    text << ['', '// nothing', 'def x = 1']
  }

  def 'an exception while reading is a problem with its line'() {
    expect:
    Scripts.problems("play('p') { hosts 'all' }\n\nthrow new IllegalStateException('oh')") ==
      ['site.groovy:3: IllegalStateException: oh']
    Scripts.problems("def f() { prot }\nf()") ==
      ["site.groovy:1:11: 'prot' has a value only for a host (use it in a task)"]
    Scripts.problems("def f() { ping() }\nf()\nplay('p') { hosts 'a' }") ==
      ["site.groovy:1:11: ping cannot run outside of a play (put it into task('...') { })"]
  }

  def 'a file is named in the problems as the user named it'() {
    given:
    def file = directory.resolve('my-site.groovy')
    Files.writeString(file, "plya('x')")

    when:
    new PlaybookLoader(Samples.CATALOG, Optional.<Path> empty()).load(file)

    then:
    def e = thrown(kit.model.KitException)
    e.problems()[0].location().file() == file.toString()
  }

  def 'a file that cannot be read is refused: #name'() {
    given:
    Files.createDirectory(directory.resolve('dir'))
    Files.write(directory.resolve('latin1'), [0xe9, 0x80] as byte[])

    when:
    new PlaybookLoader(Samples.CATALOG, Optional.<Path> empty()).load(directory.resolve(name))

    then:
    def e = thrown(kit.model.KitException)
    e.problems()[0].message() == message

    where:
    name     || message
    'none'   || 'there is no such file'
    'latin1' || 'it is not UTF-8 text'
    'dir'    || 'it cannot be read: Is a directory'
  }
}
