package kit.cli

import kit.cli.terminal.Screen

import java.nio.file.Path
import kit.data.Json
import spock.lang.Specification
import spock.lang.TempDir

/** What needs no host but this machine. */
class AdHocSpec extends Specification {

  @TempDir Path temp
  def out = new ByteArrayOutputStream()
  def err = new ByteArrayOutputStream()

  def "kit #line: #code, #first"() {
    when:
    int ended = kit(*line)

    then:
    err.toString().readLines().take(2) == [first, second]
    ended == code
    out.size() == 0

    where:
    line                                                  || code | first                                                           | second
    ['do', 'localhost', 'atp']                            || 1    | "command line: argument 2: no module is called 'atp'"           | "    did you mean 'apt'?"
    ['do', 'localhost', 'apt', 'nmae=x']                  || 1    | "command line: argument 3: apt has no argument 'nmae'"          | "    did you mean 'name'? (kit doc apt)"
    ['do', 'localhost', 'apt', 'name=x', 'state=presnt']  || 1    | "command line: argument 4: apt: 'state' wants present, absent, latest, build-dep or fixed, not 'presnt'" | "    did you mean 'present'?"
    ['do', 'localhost', 'apt', 'name=x', 'purge=maybe']   || 1    | "command line: argument 4: apt: 'purge' wants true or false, not 'maybe'" | '    see kit doc apt'
    ['do', 'localhost', 'apt', 'name=x', 'become=yes']    || 1    | "command line: argument 4: apt: 'become' is an option of calls in playbooks" | '    say -b or --become-user'
    ['do', 'localhost', 'apt', 'name=x', 'when=yes']      || 1    | "command line: argument 4: apt: 'when' is an option of calls in playbooks" | '    kit do takes only arguments of the module'
    ['do', 'localhost', 'apt', 'name=x', 'curl']          || 1    | "command line: argument 4: apt has no place for 'curl'"         | '    arguments are name=value'
    ['do', 'localhost', 'command', '--', 'ls', '-l']      || 1    | "command line: argument 4: command has no place for '-l'"       | '    put the whole command in quotes'
    ['do', 'localhost', 'file', 'state=touch']            || 1    | "command line: file needs the argument 'path'"                  | '    see kit doc file'
    ['do', 'localhost', 'copy', 'src=nowhere', 'dest=/x'] || 1    | "command line: copy: there is no file 'nowhere'"                | '    looked in files and .'
    ['do', 'localhost', 'copy', 'dest=/x', 'content={{ nix }}'] || 1 | "command line: argument 4: 'nix' has no value (localhost)"   | '    set it, or give it a default'
    ['do', 'localhost', 'iptablesRuleset', 'rules=[a']    || 1    | "command line: argument 3: not valid YAML: expected ',' or ']', but got <stream end>" | '    write [a, b] or {a: b}, or JSON'
    ['do', 'localhost']                                   || 5    | "kit: Missing required parameter: 'MODULE'"                     | "    'kit do --help' shows the options"
    ['do', 'web', 'ping']                                 || 5    | "command line: no host or group is called 'web'"                | '    kit inventory list shows them'
    ['do', 'localhost', 'ping', '-o', 'junit']            || 5    | "kit: there is no format 'junit'"                               | '    say -o text or -o json'
    ['sh', 'localhost']                                   || 5    | 'kit: it is not said what to run'                               | '    kit sh PATTERN -- uptime'
    ['sh', 'localhost', '-m', 'soon', 'ls']               || 5    | "kit: '--max-time' wants a duration such as 60, '90s' or '5m', not 'soon'" | '    say 90, 90s, 5m or 2h'
    ['sh', 'localhost', '-m', '0', 'ls']                  || 5    | 'kit: --max-time 0 is over already'                             | '    say 1 or more'
    ['sh', 'localhost', '-f', '0', 'ls']                  || 5    | 'kit: --forks 0 leaves nothing to work with'                    | '    say 1 or more'
    ['sh', 'web', 'ls']                                   || 5    | "command line: no host or group is called 'web'"                | '    kit inventory list shows them'
  }

  def "mistakes are JSON where that was asked for: #line"() {
    when:
    int ended = kit(*line, '-o', 'json')

    then:
    def objects = out.toString().readLines().collect { Json.tryRead(it) as Map }
    objects*.event == ['problem', 'summary']
    objects[0].message == message
    objects[1].exit == ended

    where:
    line                                 || message
    ['do', 'localhost', 'apt', 'nmae=x'] || "apt has no argument 'nmae'"
    ['do', 'localhost', 'atp']           || "no module is called 'atp'"
    ['sh', 'web', 'ls']                  || "no host or group is called 'web'"
  }

  def "#words of kit sh is #said"() {
    expect:
    kit('sh', 'localhost', '--', *words) == code
    out.toString().readLines() == said

    where:
    words                                || code | said
    ['echo a; echo $((1 + 1))']          || 0    | ['localhost | a', 'localhost | 2']
    ['echo', 'a;  b', '$HOME', "it's"]   || 0    | ["localhost | a;  b \$HOME it's"]
    ['printf', '%s', 'no end']           || 0    | ['localhost | no end']
    ['echo a; exit 3']                   || 2    | ['localhost | a']
    ['read x; echo "got $x"']            || 0    | ['localhost | got ']
    ['printf', '%s %s', '--', '-x']      || 0    | ['localhost | -- -x']
    ['true']                             || 0    | []
  }

  def "lines come when they are written"() {
    given:
    def piped = new PipedOutputStream()
    def lines = new BufferedReader(new InputStreamReader(new PipedInputStream(piped)))
    def running = Thread.start {
      new Main(new Screen(new PrintStream(piped), new PrintStream(err), [:], '', 0))
          .run('sh', 'localhost', '--', 'echo first; sleep 3; echo second')
      piped.close()
    }

    when:
    def first = lines.readLine()
    long start = System.nanoTime()
    def second = lines.readLine()

    then:
    [first, second] == ['localhost | first', 'localhost | second']
    System.nanoTime() - start > 2_000_000_000L

    cleanup:
    running.join()
  }

  def "kit do #words gives #content"() {
    given:
    def file = temp.resolve('it')

    when:
    int ended = kit('do', 'localhost', *words, "dest=$file", '-e', '{"list": [1, 2]}')

    then:
    "$err" == ''
    ended == 0
    file.toFile().text == content

    where:
    words                                                    || content
    ['copy', 'content=x=y, z']                               || 'x=y, z'
    ['copy', 'content=I am {{ inventory_hostname }}']        || 'I am localhost'
    ['copy', 'content={{ list | join("-") }}']               || '1-2'
    ['copy', 'content={"a": [1]}']                           || '{"a": [1]}'
  }

  def "a list is #written"() {
    when:
    int ended = kit('do', 'localhost', 'command', written, '-o', 'json')

    then:
    ended == 0
    calls()[0].values.stdout == 'a b'

    where:
    written << ['argv=printf,%s %s,a,b', 'argv=["printf", "%s %s", "a", "b"]', 'argv=[printf, "%s %s", a, b]',
        'argv={{ ["printf", "%s %s", "a", "b"] }}', 'cmd=printf "%s %s" a b', 'printf "%s %s" a b']
  }

  def "an assignment at the start of a command is a part of it"() {
    expect:
    kit('do', 'localhost', 'shell', 'A=b; echo $A', 'chdir=/tmp') == 0
    out.toString().contains('  localhost:\n    b\n')
  }

  def "check mode changes nothing, a run does, and a second one has nothing to do"() {
    given:
    def words = ['do', 'localhost', 'file', "path=$temp/new", 'state=directory']

    expect:
    kit(*words, '--check') == 0
    out.toString() =~ /(?m)^  changed  file$/
    !temp.resolve('new').toFile().exists()

    when:
    kit(*words, '-o', 'json')
    out.reset()
    kit(*words, '-o', 'json')

    then:
    calls()*.status == ['ok']
    temp.resolve('new').toFile().directory
  }

  def "nothing is left behind where kit do was started"() {
    given:
    def before = new File('.kit').exists()

    expect:
    kit('do', 'localhost', 'command', 'true') == 0
    new File('.kit').exists() == before
  }

  def "what a call gives is told once for all hosts"() {
    given:
    def hosts = temp.resolve('hosts')
    hosts.toFile().text = ['a', 'b', 'c'].collect { "$it ansible_connection=local text=${it == 'c' ? 'other' : 'same'}\n" }.join()

    when:
    kit('do', 'all', '-i', "$hosts", 'command', 'echo {{ text }}')

    then:
    out.toString().contains('\n  a, b:\n    same\n  c:\n    other\n')

    when:
    out.reset()
    kit('sh', 'all', '-i', "$hosts", '-l', '!c', '--', 'echo hi')

    then:
    out.toString().readLines().toSorted() == ['a | hi', 'b | hi']
  }

  private List<Map> calls() {
    out.toString().readLines().collect { Json.tryRead(it) as Map }.findAll { it.event == 'call' }
  }

  private int kit(Object... line) {
    out.reset()
    err.reset()
    def screen = new Screen(new PrintStream(out), new PrintStream(err), [:], '', 0)
    new Main(screen).run(line*.toString() as String[])
  }
}
