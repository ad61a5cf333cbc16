package kit.cli

import kit.cli.terminal.Screen

import kit.data.Json
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class MainSpec extends Specification {

  @TempDir Path temp
  def out = new ByteArrayOutputStream()
  def err = new ByteArrayOutputStream()

  def "#line ends with #code and says #first"() {
    when:
    def ended = kit(line.split(' ').findAll { it } as String[])

    then:
    ended == code
    err.toString().readLines().take(2) == [first, second]
    out.size() == 0

    where:
    line                      || code | first                                              | second
    'rnu x'                   || 5    | "kit: kit has no command 'rnu'"                    | "    did you mean 'run'?"
    'xyzzy'                   || 5    | "kit: kit has no command 'xyzzy'"                  | "    'kit --help' lists them"
    'run x --lmit a'          || 5    | "kit: kit run has no option '--lmit'"              | "    did you mean '--limit'?"
    'run x --zzzzzz'          || 5    | "kit: kit run has no option '--zzzzzz'"            | "    'kit run --help' shows the options"
    'run'                     || 5    | "kit: Missing required parameter: 'PLAYBOOK'"      | "    'kit run --help' shows the options"
    'run a b'                 || 5    | "kit: too much said: 'b'"                          | "    'kit run --help' shows the options"
    'run a -f 0'              || 5    | 'kit: --forks 0 leaves nothing to work with'       | '    say 1 or more'
    'run a -T -1'             || 5    | 'kit: --timeout -1 is over already'                | '    say 1 or more'
    'run a -f x'              || 5    | "kit: Invalid value for option '--forks': 'x' is not an int" | "    'kit run --help' shows the options"
    'run a -i'                || 5    | "kit: Missing required parameter for option '--inventory' (INVENTORY)" | "    'kit run --help' shows the options"
    'run a -o xml'            || 5    | "kit: there is no format 'xml'"                    | '    say -o text, json, junit or junit=FILE'
    'run nowhere.groovy'      || 1    | 'nowhere.groovy: there is no such playbook'        | '    check the path'
    'check nowhere.groovy'    || 1    | 'nowhere.groovy: there is no such playbook'        | '    check the path'
    'doc fiel'                || 5    | "kit: no module or inventory source is called 'fiel'" | "    did you mean 'file'?"
    'inventory show'          || 5    | "kit: kit inventory cannot 'show'"                 | '    say: kit inventory list, graph, host, hosts or query'
    'inventory list'          || 5    | 'kit: there are no hosts'                          | '    name an inventory with -i'
    'inventory list -i a, -l b' || 5  | "--limit: no host or group is called 'b'"          | '    kit inventory list shows them'
  }

  def "help goes to standard output, and to standard error where it was not asked for"() {
    expect:
    kit(*line) == code
    (code ? err : out).toString().startsWith(start)
    (code ? out : err).size() == 0

    where:
    line              || code | start
    ['--help']        || 0    | 'Usage: kit COMMAND'
    ['run', '--help'] || 0    | 'Usage: kit run [OPTIONS] PLAYBOOK'
    []                || 5    | 'Usage: kit COMMAND'
  }

  def "without an inventory there is only localhost, and what kit itself sets is known all the same"() {
    given:
    temp.resolve('hello.j2').toFile().text = 'hello {{ inventory_hostname }}'
    temp.resolve('site.groovy').toFile().text =
        "play('P') { hosts 'all'; task('T') { template src: 'hello.j2', dest: '/tmp/hello' } }"

    expect:
    kit('run', "$temp/site.groovy") == 5
    err.toString().contains("no host matches 'all'")
    err.toString().contains('say with -i where the hosts are')
    !err.toString().contains('inventory_hostname')
  }

  def "the help lists each command but the hidden one"() {
    when:
    kit('--help')

    then:
    Commands.NAMES.every { out.toString().contains("\n  $it ") == (it != 'warm') }
  }

  def "standard output is pure JSON when that was asked for, also when it fails"() {
    when:
    int ended = kit('run', 'nowhere.groovy', '-o', 'json')

    then:
    def objects = out.toString().readLines().collect { Json.tryRead(it) as Map }
    objects*.event == ['problem', 'summary']
    objects[0].message == 'there is no such playbook'
    objects[1].exit == ended
    ended == 1
  }

  def "a report for a build server goes to standard output, or to a file beside the text"() {
    given:
    def file = temp.resolve('report.xml')

    when:
    int ended = kit('run', 'nowhere.groovy', '-o', 'junit')

    then:
    ended == 1
    out.toString().startsWith('<?xml')
    out.toString().contains('there is no such playbook')

    when:
    out.reset()
    kit('run', 'nowhere.groovy', '-o', "junit=$file".toString())

    then:
    out.size() == 0
    file.toFile().text.contains('there is no such playbook')

    and:
    kit('run', 'nowhere.groovy', '-o', "junit=$temp/no/where.xml".toString()) == 5
    err.toString().contains("where.xml' cannot be written")
  }

  def "--profile tells where the time went, as one line of JSON before the summary"() {
    given:
    temp.resolve('site.groovy').toFile().text = "play('P') { hosts 'localhost'; task('T') { command 'true' } }"

    when:
    kit('run', "$temp/site.groovy".toString(), '--profile', '-o', 'json')
    def objects = out.toString().readLines().collect { Json.tryRead(it) as Map }

    then:
    objects[-2..-1]*.event == ['profile', 'summary']
    objects[-2].steps.times == 1
    objects[-2].tasks*.what == ['T']
  }

  def "a restart ends what would undo changes, so it stands in no confirmWithin"() {
    given:
    temp.resolve('site.groovy').toFile().text =
        "play('P') { hosts 'localhost'; task('T') { confirmWithin(60.s) { reboot() } } }"

    expect:
    kit('check', '--offline', "$temp/site.groovy".toString()) == 1
    err.toString().contains("site.groovy:1:66: reboot cannot stand in confirmWithin")
    err.toString().contains('restart behind the block')
  }

  def "@file is an argument like any other"() {
    expect:
    kit('run', '@nowhere') == 1
    err.toString().startsWith('@nowhere: there is no such playbook')
  }

  def "lists an inventory"() {
    given:
    def hosts = temp.resolve('hosts')
    hosts.toFile().text = '[web]\nweb1 port=80\nweb2\n[db]\ndb1\n'

    when:
    kit('inventory', 'list', '-i', hosts.toString(), *more)

    then:
    out.toString() == said

    where:
    more           || said
    []             || 'all: web1, web2, db1\nweb: web1, web2\ndb: db1\n'
    ['-l', 'web1'] || 'all: web1\nweb: web1\n'
  }

  def "KIT_INVENTORY stands for -i"() {
    when:
    kit(KIT_INVENTORY: 'x,y,', 'inventory', 'list')

    then:
    out.toString().startsWith('all: x, y\n')
  }

  def "shows manuals of modules"() {
    when:
    kit('doc', 'file')
    def manual = out.toString()
    out.reset()
    kit('doc')

    then:
    manual.contains('Arguments')
    out.toString().readLines().find { it.startsWith('file ') }
  }

  def "--debug shows where it went wrong"() {
    expect:
    kit('run', 'nowhere.groovy', '--debug') == 1
    err.toString().contains('    at kit.cli.RunCommand')
  }

  private int kit(Map<String, String> environment = [:], String... line) {
    def screen = new Screen(new PrintStream(out), new PrintStream(err), environment, '', 0)
    new Main(screen).run(line)
  }
}
