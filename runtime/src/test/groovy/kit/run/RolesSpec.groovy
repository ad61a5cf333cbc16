package kit.run

import kit.data.Json
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Roles as whole runs on this machine. */
class RolesSpec extends Specification {

  @TempDir Path temp
  Site site

  def setup() {
    site = new Site(temp, 'localhost,').hosts('localhost ansible_connection=local x_host=host')
  }

  /** The lines that were printed, in their order. */
  private static List<String> printed(Ran ran) {
    assert ran.code == 0: ran
    ran.events.findAll { it.event == 'printed' }*.text
  }

  private List<String> lines(String playbook, String... more) {
    printed(site.run(playbook, '-o', 'json', *more))
  }

  private String problems(String playbook, String... more) {
    def ran = site.check(playbook, '--offline', *more)
    assert ran.code != 0: ran
    ran.err.replace("$temp/", '').readLines().findAll { !it.startsWith('        ') }.join('\n')
  }

  def 'a role brings its tasks, handlers, variables, templates, files and functions'() {
    given:
    site.write('roles/nginx/defaults/main.yml', 'port: 80\nworkers: 2\n')
    site.write('roles/nginx/vars/main/a.yml', 'conf: "{{ role_name }}.conf"\n')
    site.write('roles/nginx/templates/nginx.conf.j2', 'listen {{ port }} {{ workers }} {% include "part.j2" %}')
    site.write('roles/nginx/templates/part.j2', 'part')
    site.write('roles/nginx/files/motd', 'from the role')
    site.write('files/motd', 'from the play')
    site.write('files/other', 'from the play')
    site.write('roles/nginx/tasks/main.groovy', '''
      def target(name) { "$out/$name" }
      task('Configure') {
        template src: 'nginx.conf.j2', dest: target(conf), notify: 'reload'
        copy src: 'motd', dest: target('motd')
        copy src: 'other', dest: target('other')
      }
      include 'more.groovy'
    ''')
    site.write('roles/nginx/tasks/more.groovy', "task('More') { println \"more \$port \$conf\" }")
    site.write('roles/nginx/handlers/main.groovy', "handler('reload') { println \"reload \$port\" }")

    when:
    def said = lines("play('p') { hosts 'all'; vars out: '$temp'; role 'nginx', port: 8081 }")

    then:
    said == ['more 8081 nginx.conf', 'reload 8081']
    ['nginx.conf', 'motd', 'other'].collect { Files.readString(temp.resolve(it)) } ==
      ['listen 8081 2 part', 'from the role', 'from the play']
  }

  def 'what #what wins over #weaker'() {
    given:
    site.write('roles/r/defaults/main.yml', 'x: defaults\n')
    site.write('roles/r/tasks/main.groovy', "task('t'$task) { $before; println x }")
    if (vars) site.write('roles/r/vars/main.yml', 'x: vars\n')
    if (group) site.write('group_vars/all.yml', "x: group\n")

    expect:
    lines("play('p') { hosts 'all'\n$play\n}", *more) == [value]

    where:
    what                  | weaker         | vars  | group | task            | before               | play                                      | more           || value
    'a group says'        | 'defaults'     | false | true  | ''              | ''                   | "role 'r'"                                | []             || 'group'
    'a play says'         | 'a group'      | false | true  | ''              | ''                   | "vars x: 'play'; role 'r'"                | []             || 'play'
    'role vars say'       | 'the play'     | true  | true  | ''              | ''                   | "vars x: 'play'; role 'r'"                | []             || 'vars'
    'role vars say'       | 'a block'      | true  | false | ''              | ''                   | "block(vars: [x: 'block']) { role 'r' }"  | []             || 'vars'
    'a block says'        | 'defaults'     | false | true  | ''              | ''                   | "block(vars: [x: 'block']) { role 'r' }"  | []             || 'block'
    'the use says'        | 'role vars'    | true  | true  | ''              | ''                   | "role 'r', x: 'use'"                      | []             || 'use'
    'vars of the use say' | 'role vars'    | true  | false | ''              | ''                   | "role 'r', vars: [x: 'use']"              | []             || 'use'
    'a task says'         | 'the use'      | true  | false | ", vars: [x: 'task']" | ''             | "role 'r', x: 'use'"                      | []             || 'task'
    'a run sets'          | 'the play'     | false | false | ''              | "setFact x: 'fact'"  | "vars x: 'play'; role 'r'"                | []             || 'fact'
    '-e says'             | 'everything'   | true  | true  | ", vars: [x: 'task']" | ''             | "role 'r', x: 'use'"                      | ['-e', 'x=extra'] || 'extra'
  }

  def 'variables of a role are seen by nobody else, but by those that build upon it'() {
    given:
    site.write('roles/base/defaults/main.yml', 'd: 1\n')
    site.write('roles/base/vars/main.yml', 'v: 2\n')
    site.write('roles/base/tasks/main.groovy', "task('b') { println \"base \$d \$v \$p\" }")
    site.write('roles/app/meta/main.yml', 'dependencies: [{role: base, p: "{{ q }}!"}]\n')
    site.write('roles/app/defaults/main.yml', 'q: 3\n')
    site.write('roles/app/tasks/main.groovy', "task('a') { println \"app \$d \$v \${has('p')}\" }")

    expect:
    lines("""play('p') { hosts 'all'; vars q: 4; role 'app'
      task('t') { println([has('d'), has('v'), has('p')].toString()) } }""") ==
      ['base 1 2 4!', 'app 1 2 false', '[false, false, false]']
  }

  def 'a role is done once in a play, unless #what'() {
    given:
    site.write('roles/base/tasks/main.groovy', "task('b') { println 'base' }")
    site.write('roles/a/meta/main.yml', "dependencies: [base]\n")
    site.write('roles/b/meta/main.yml', "dependencies: [base]\n")
    site.write('roles/a/tasks/main.groovy', "task('a') { println 'a' }")
    site.write('roles/b/tasks/main.groovy', "task('b') { println 'b' }")
    if (meta) site.write('roles/base/meta/main.yml', meta)

    expect:
    lines("play('p') { hosts 'all'\n$play\n}").join(' ') == said

    where:
    what                      | meta                       | play                                    || said
    'nothing'                 | null                       | "role 'a'\nrole 'b'\nrole 'base'"       || 'base a b'
    'it allows it'            | 'allow_duplicates: true\n' | "role 'a'\nrole 'b'"                    || 'base a base b'
    'parameters differ'       | null                       | "role 'base'\nrole 'base', x: 1"        || 'base base'
    'it was left out before'  | null                       | "role 'base', when: false\nrole 'a'"    || 'base a'
    'a body asks for it'      | null                       | "role 'base'\ntask('t') { role 'base' }" || 'base base'
  }

  def 'a role takes options: #say'() {
    given:
    site.write('roles/r/tasks/main.groovy', "task('one', tags: 'x') { println \"\$p \${has('item') ? item : '-'}\" }\ntask('two') { println 'two' }")
    site.write('roles/r/tasks/other.groovy', "task('o') { println \"other \$p\" }")
    site.write('roles/r/defaults/main.yml', 'p: 1\n')
    site.write('roles/r/defaults/big.yml', 'p: 100\n')

    expect:
    lines("play('p') { hosts 'all'\n$say\n}", *more) == said

    where:
    say                                              | more          || said
    "role 'r', loop: [7, 8]"                         | []            || ['1 7', 'two', '1 8', 'two']
    "role 'r', loop: { [7] }, p: { item * 2 }"       | []            || ['14 7', 'two']
    "role 'r', when: { p == 2 }, p: 2"               | []            || ['2 -', 'two']
    "role 'r', when: { p == 2 }"                     | []            || []
    "role 'r', tags: 'y'"                            | ['-t', 'y']   || ['1 -', 'two']
    "role 'r', tags: 'y'"                            | ['-t', 'x']   || ['1 -']
    "role 'r', tasksFrom: 'other'"                   | []            || ['other 1']
    "role 'r', tasks_from: 'other.groovy', defaultsFrom: 'big'" | [] || ['other 100']
    "task('t') { [1, 2].each { role 'r', p: it } }"  | []            || ['1 -', 'two', '2 -', 'two']
    "task('t') { role 'r', loop: [5], tasksFrom: 'other', p: 3 }" | [] || ['other 3']
    'task("t") { def n = "r"; role "$n" }'           | []            || ['1 -', 'two']
  }

  def 'a handler is looked for in the role, then in the play, then in other roles'() {
    given:
    site.write('roles/a/tasks/main.groovy', "task('a') { command 'true', notify: ['restart', 'own', 'topic'] }")
    site.write('roles/a/handlers/main.groovy', "handler('restart') { println \"a \$role_name\" }")
    site.write('roles/b/tasks/main.groovy', "task('b') { command 'true', notify: ['restart', 'far'] }")
    site.write('roles/b/handlers/main.groovy', "handler('far') { println 'far' }\nhandler('x', listen: 'topic') { println 'topic' }")

    expect:
    lines("""play('p') { hosts 'all'; role 'a'; role 'b'
      task('t') { command 'true', notify: 'a : restart' }
      handler('restart') { println "play \${has('role_name')}" }
      handler('own') { println 'own' } }""") == ['a a', 'far', 'topic', 'play false', 'own']
  }

  def 'a role that a body names brings its handlers with it'() {
    given:
    site.write('roles/a/tasks/main.groovy', "task('a') { command 'true', notify: 'restart' }")
    site.write('roles/a/handlers/main.groovy', "handler('restart') { println \"restart \$p\" }")

    expect:
    lines("play('p') { hosts 'all'; task('t') { role 'a', p: 5 } }") == ['restart 5']
  }

  def 'mistakes of roles are told before the run: #message'() {
    given:
    site.write('roles/nginx/meta/main.yml', '''
      params:
        port: {type: int, default: 80}
        mode: {choices: [fast, safe], description: how it goes}
        sites: {type: list, required: true, description: names of sites}
        timeout: int
      ''')
    site.write('roles/nginx/tasks/main.groovy', "task('t') { println port }")
    site.write('roles/nginx/defaults/main.yml', 'other: 1\n')
    site.write('roles/old/tasks/main.yml', '[]')
    site.write('roles/a/meta/main.yml', 'dependencies: [b]')
    site.write('roles/b/meta/main.yml', 'dependencies: [a]')
    site.write('roles/bad/tasks/main.groovy', "task('t') { copy dst: '/x'; println prot }")
    site.write('roles/bad/handlers/main.groovy', "task('t') { ping() }")
    site.write('roles/meta/meta/main.yml', 'params: {x: {typ: int}, y: {type: number, default: z}}')

    expect:
    problems("play('p') { hosts 'all'; vars port: 1\n$say\n}").contains(message)

    where:
    say                                        || message
    "role 'nginz'"                             || "site.groovy:2:1: there is no role 'nginz'"
    "role 'nginz'"                             || "did you mean 'nginx'? looked in roles, "
    "role 'nginx', sites: [], prt: 1"          || "site.groovy:2:26: the role 'nginx' has no parameter 'prt'"
    "role 'nginx', sites: [], port: 'x'"       || "site.groovy:2:26: 'port' wants a whole number, not 'x'"
    "role 'nginx', sites: [], mode: 'fats'"    || "site.groovy:2:26: 'mode' cannot be 'fats'"
    "role 'nginx', sites: 'x'"                 || "site.groovy:2:15: 'sites' wants a list, not 'x'"
    "role 'nginx'"                             || "site.groovy:2:1: the role 'nginx' needs 'sites' (names of sites)"
    "task('t') { role 'nginx', port: [] }"     || "site.groovy:2:27: 'port' wants a whole number, not a list"
    "role 'nginx', sites: [], timeout: 'x'"    || "site.groovy:2:26: 'timeout' wants a whole number, not 'x'"
    "role 'nginx', sites: [], tasksFrom: 'mian'" || "site.groovy:2:1: the role 'nginx' has no tasks/mian.groovy"
    "role 'nginx', sites: [], varsFrom: 'x'"   || "site.groovy:2:1: the role 'nginx' has no vars/x"
    "role 'old'"                               || "site.groovy:2:1: the tasks of the role 'old' are YAML"
    "role 'a'"                                 || "roles build upon one another in a circle: a -> b -> a"
    "role 'bad'"                               || "roles/bad/tasks/main.groovy:1:18: copy has no argument 'dst'"
    "role 'bad'"                               || "roles/bad/tasks/main.groovy:1:37: nothing gives 'prot' a value"
    "role 'bad'"                               || "roles/bad/handlers/main.groovy:1:1: a file of handlers has no tasks"
    "role 'meta'"                              || "the parameter 'x' has no 'typ'"
    "role 'meta'"                              || "the default of 'y' does not fit"
    "role 'nginx', sites: [], listen: 'x'"     || "the role 'nginx' has no option 'listen'"
    "role()"                                   || 'role wants the name of one role'
  }

  def 'programs learn that a role is missing'() {
    expect:
    Json.tryRead(site.check("play('p') { hosts 'all'; role 'nginz' }", '--offline', '-o', 'json').out)*.code == ['missing-role']
  }

  def 'parameters have defaults, and may be given by the inventory'() {
    given:
    site.write('roles/r/meta/main.yml', 'params: {port: {type: int, default: 80}, x_host: {required: true}}\n')
    site.write('roles/r/tasks/main.groovy', 'task("t") { println "$port $x_host" }')

    expect:
    lines("play('p') { hosts 'all'; role 'r' }") == ['80 host']
  }

  def 'what a role says of itself may be Groovy, as its variables may'() {
    given:
    site.write('roles/r/meta/main.groovy', "params = [port: [type: 'int', default: 80], name: [required: true]]\ndependencies = ['base']\n")
    site.write('roles/r/defaults/main.groovy', "greeting = 'hello'\n")
    site.write('roles/r/tasks/main.groovy', 'task("t") { println "$greeting $name $port" }')
    site.write('roles/base/tasks/main.groovy', 'task("b") { println "base" }')

    expect:
    lines("play('p') { hosts 'all'; role 'r', name: 'you' }") == ['base', 'hello you 80']
    problems("play('p') { hosts 'all'; role 'r' }").contains("the role 'r' needs 'name'")
  }

  def 'a value of the inventory that does not fit a parameter is told before the run, and not shown'() {
    given:
    site.write('roles/r/meta/main.yml', 'params: {port: int, mode: {choices: [a, b]}}\n')
    site.write('roles/r/tasks/main.groovy', 'task("t") { println "$port $mode" }')
    site.write('group_vars/all.yml', 'mode: geheim\n\nport: "{{ mode }}"\n')

    when:
    def told = problems("play('p') { hosts 'all'; role 'r' }").readLines()

    then:
    told.findAll { it.startsWith('group_vars') } as Set == [
      "group_vars/all.yml:1:1: 'mode' is none of [a, b]", "group_vars/all.yml:3:1: 'port' wants a whole number"] as Set
    told.count { it.endsWith("the role 'r' at site.groovy:1:26 takes it") } == 2
  }

  def 'includeVars holds for the rest of #where'() {
    given:
    site.write('roles/r/vars/Linux.yml', 'x: role\n')
    site.write('vars/Linux.yml', 'x: "{{ 1 + 1 }}"\ny: 2\n')
    site.write('vars/all/1.yml', 'x: 1\n')
    site.write('vars/all/2.yml', 'x: 2\n')
    site.write('roles/r/tasks/inc.groovy', 'task("i") { includeVars "${facts.os.family ? "Linux" : ""}.yml" }\ntask("p") { println x }')

    expect:
    lines("play('p') { hosts 'all'; vars x: 'play'\n$say\n}\nplay('q') { hosts 'all'; task('t') { println has('x') } }")
      .join(' ') == said

    where:
    where              | say                                                                           || said
    'the role'         | "role 'r', tasksFrom: 'inc'\ntask('p') { println x }"                         || 'role play false'
    'the play'         | "task('i') { includeVars 'Linux.yml' }\ntask('p') { println x }"              || '2 false'
    'the play, named'  | "task('i') { includeVars 'Linux.yml', name: 'all' }\ntask('p') { println all.y }" || '2 false'
    'a directory'      | "task('i') { includeVars dir: 'all' }\ntask('p') { println x }"               || '2 false'
  }
}
