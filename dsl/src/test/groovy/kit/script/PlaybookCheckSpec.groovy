package kit.script

import spock.lang.Specification

class PlaybookCheckSpec extends Specification {

  static List<String> check(String text, Set<String> known = [], boolean complete = true) {
    new PlaybookCheck(Samples.CATALOG).check(Scripts.load(text), known, complete)*.toString()
  }

  def 'a call is refused before the run: #call'() {
    expect:
    check("play('p') { hosts 'all'; task('t') {\n$call\n} }") == ["site.groovy:2:$message".toString()]

    where:
    call                                       || message
    "apt nmae: 'x', name: 'y'"                 || "5: apt has no argument 'nmae' (did you mean 'name'? (kit doc apt))"
    "apt name: 'x', state: 'instaled'"         || "16: apt: 'state' wants present, absent or latest, not 'instaled' (see kit doc apt)"
    "command chdir: '/'"                       || "1: command needs the argument 'cmd' (see kit doc command)"
    "ping 'x'"                                 || "6: ping takes no value without a name (see kit doc ping)"
    "ping loop: [1]"                           || "6: ping has no option 'loop' (loop in Groovy: items.each { ... })"
    "ping async: 5"                            || "6: ping cannot run detached (async is for what is one command on the host: command, raw, script, shell)"
    "ping retries: 'x'"                        || "6: 'retries' wants a whole number, not 'x'"
    "ping notify: 'reolad'"                    || "6: no handler is called 'reolad' (handlers are defined in the same play)"
    "copy dest: '/x', mode: 'u+q'"             || "18: copy: 'mode': 'u+q' is no file mode; write '0644' or 'u=rw,go=r' (see kit doc copy)"
    "if (has('x')) debug msg: y + x"           || "26: nothing gives 'y' a value (set it in inventory, vars or with -e; text stands in quotes: 'y')"
  }

  def 'a call is accepted: #call'() {
    expect:
    check("play('p') { hosts 'all'; vars a: 1; task('t', loop: ['i']) {\n$call\n} }", ['inventory'] as Set) == []

    where:
    call << [
      "apt name: inventory", "apt(name: 'x', *: inventory)", "apt inventory", "apt name: ['x', inventory]",
      "debug msg: item + a", "setFact b: 1; debug msg: b", "command 'x', register: 'r'; debug msg: r.rc",
      "if (has('maybe')) debug msg: maybe", "debug msg: facts.arch + facts.network.interfaces.eth0 + facts?.x + host + groups + vars.a + vars?.x + vars['y'] + vars.get('z') + hostvars['a'].x",
      "template src: 'a', dest: '/b', vars: [c: 1]", "waitFor 80, timeout: '5s', options: [timeout: 5.s]"]
  }

  def 'handlers are those of the play, or of any play for a function'() {
    expect:
    check('''
      def f() { ping notify: 'b' }
      def g() { ping notify: 'd' }
      play('p') { hosts 'all'; handler('a', listen: ['t']) { }; task('t') { ping notify: ['a', 't']; ping notify: 'b' } }
      play('q') { hosts 'all'; ['b'].each { handler("$it") { } }; task('t', notify: 'aa') { ping notify: 'b' } }
    ''') == [
      "site.groovy:3:22: no handler is called 'd' (handlers are defined in the same play)",
      "site.groovy:4:107: no handler is called 'b' (handlers are defined in the same play)",
      "site.groovy:5:77: no handler is called 'aa' (handlers are defined in the same play)"]
  }

  def 'names are not judged when not all sources are known'() {
    expect:
    check("play('p') { hosts 'all'; task('t') { debug msg: sited } }", ['sites'] as Set, complete) == problems

    where:
    complete || problems
    true     || ["site.groovy:1:49: nothing gives 'sited' a value (did you mean 'sites'?)"]
    false    || []
  }

  def 'names are not judged when the script computes some: #says'() {
    expect:
    check("def m = [a: 1]\nplay('p') { hosts 'all'; \n$says\n task('t') { debug msg: a } }") == []

    where:
    says << [
      'vars m', "vars b: 1, *: m", "task('u', vars: m) { }", "task('u') { setFact m }", 'task("u") { ping register: "${host}" }',
      "task('u') { ping options: m }"]
  }

  def 'a computed argument elsewhere leaves the names judged: #says'() {
    expect:
    check("def m = 'x'\nplay('p') { hosts 'all'; task('t') {\n$says; debug msg: a } }").size() == 1

    where:
    says << ['println m', 'command m', "apt name: 'x', state: m"]
  }

  def 'a fact that no host has is refused: #says'() {
    expect:
    check("play('p') { hosts 'all'; task('t') {\n$says\n} }") == ["site.groovy:2:$message".toString()]

    where:
    says                              || message
    "println facts.os.famly"          || "18: facts.os has no 'famly' (did you mean 'family'?)"
    "println \"\${facts.hostnam}\""   || "18: facts has no 'hostnam' (did you mean 'hostname'?)"
    "if (facts.oss.family) ping()"    || "11: facts has no 'oss' (did you mean 'os'?)"
  }

  def 'calls are planned ahead if what decides about them is known: #call'() {
    given:
    def loaded = Scripts.load("play('p') { hosts 'all'; vars a: 1; task('t') {\n$call\n} }")
    def known = new PlaybookCheck(Samples.CATALOG).known(loaded.index(), 'STAND-IN')

    expect:
    known*.module()*.toString() == modules
    known*.whole() == [whole] * modules.size()

    where:
    call                              || modules                                              | whole
    "command 'x'"                     || ['Command[cmd=x, chdir=Optional.empty, readOnly=false]']             | true
    "command cmd: 'x', chdir: a"      || ['Command[cmd=x, chdir=Optional[STAND-IN], readOnly=false]']         | false
    "apt name: 'x', state: a"         || []                                                   | false
    "command(*: a)"                   || []                                                   | false
    "command cdm: 'x'"                || []                                                   | false
  }

  def 'the index says what a script says'() {
    given:
    def index = Scripts.load('''
      play('p', tags: 'a') {
        hosts 'web', 'db'
        vars x: 1
        task('t', tags: ['b', 'c'], notify: 'h') {
          template src: 'a.j2', dest: '/a'
          copy src: 'b', dest: '/b'
          copy src: 'there', dest: '/b', remote_src: true
          setFact y: 1, noLog: true
        }
        handler('h', listen: 'topic') { ping register: 'z' }
      }''').index()

    expect:
    index.calls()*.name() == ['template', 'copy', 'copy', 'setFact', 'ping']
    index.notifies()*.name() == ['h']
    index.handlers()*.name() == ['h', 'topic']
    index.tags()*.name() == ['a', 'b', 'c']
    index.declares()*.name() == ['x', 'y', 'z']
    index.hosts()*.name() == ['web', 'db']
    index.traits() == [] as Set
  }
}
