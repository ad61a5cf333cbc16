package kit.cli

import kit.cli.terminal.Screen

import java.nio.file.Files
import java.nio.file.Path
import kit.data.Json
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The expected files are outputs of ansible-inventory 2.14 for the same tree. */
class InventoryCommandSpec extends Specification {

  @TempDir @Shared Path temp
  @Shared Path tree = Path.of(InventoryCommandSpec.getResource('tree').toURI())
  def out = new ByteArrayOutputStream()
  def err = new ByteArrayOutputStream()

  def setupSpec() {
    Files.walk(tree).each { file ->
      if (Files.isRegularFile(file)) {
        def copy = temp.resolve(tree.relativize(file).toString())
        Files.createDirectories(copy.parent)
        Files.copy(file, copy)
        copy.toFile().executable = copy.toFile().getText('UTF-8').startsWith('#!')
      }
    }
  }

  def "prints #file byte for byte as Ansible does"() {
    when:
    int code = kit(*line, '-i', "$temp/hosts", *(more ? ['-i', "$temp/perhost"] : []))

    then:
    code == 0
    out.toString('UTF-8') == tree.resolve(file).toFile().getText('UTF-8')

    where:
    file         | more  | line
    'list.json'  | true  | ['list', '-o', 'ansible']
    'list.yml'   | true  | ['list', '-o', 'yaml']
    'graph.txt'  | true  | ['graph']
    'db1.json'   | false | ['host', 'db1', '-o', 'ansible']
  }

  def "hosts #pattern prints a name a line"() {
    expect:
    kit('hosts', pattern, '-i', "$temp/hosts", *more) == 0
    out.toString().readLines() == hosts

    where:
    pattern          | more            || hosts
    'prod'           | []              || ['web1', 'web2', 'web3']
    'web:&dyn'       | []              || ['web1']
    'web,!web2'      | []              || ['web1', 'web3']
    '~(db|b)\\d'     | []              || ['db1', 'db2', 'b2', 'b1']
    'web[-1]'        | []              || ['web3']
    'web'            | ['-l', 'web2*'] || ['web2']
  }

  def "a host's variables have their places; passwords are not shown"() {
    given:
    temp.resolve('one').toFile().text = 'h1 ansible_password=geheim port=80 list=[1,2]\n'

    when:
    kit('host', 'h1', '-i', "$temp/one")

    then:
    out.toString() == """\
      h1 · ungrouped
        ansible_password  ******  $temp/one:1:4
        list              [1, 2]  $temp/one:1:36
        port              80      $temp/one:1:28
      """.stripIndent()
  }

  def "a host as JSON, one line"() {
    when:
    kit('host', 'web3', '-i', "$temp/hosts", '-o', 'json')
    def host = Json.tryRead(out.toString())

    then:
    host.groups == ['prod', 'web']
    host.vars.ansible_port == [value: 2222, from: "$temp/hosts/sub/10:2:1" as String]
    host.vars.http == [value: 81, from: "$temp/hosts/group_vars/web.yml:2:1" as String]
  }

  def "a table of hosts"() {
    when:
    kit('hosts', 'db1,web3', '-o', 'table', '-i', "$temp/hosts")

    then:
    out.toString().readLines() == ['host  address    groups', 'db1   db1        db, sub',
        'web3  web3:2222  prod, web']
  }

  def "the tree as #format"() {
    given:
    temp.resolve('nested').toFile().text = '[a]\nh1\n[b:children]\na\n'

    expect:
    kit('graph', 'b', '-o', format, '-i', "$temp/nested") == 0
    out.toString().readLines() == lines

    where:
    format    || lines
    'text'    || ['@b:', '  |--@a:', '  |  |--h1']
    'ansible' || ['@b:', '  |--@a:', '  |  |--h1']
    'json'    || ['{"group":"b","children":[{"group":"a","hosts":["h1"]}]}']
    'yaml'    || ['children:', '- group: a', '  hosts:', '  - h1', 'group: b']
    'table'   || ['group  children  hosts', 'b      a', '  a              h1']
  }

  def "--limit leaves its hosts in every format: #line"() {
    given:
    temp.resolve('two').toFile().text = '[a]\nh1 x=1\nh2 x=2\n[b]\nh2\nh3\n'

    expect:
    kit(*line.split(' '), '-l', '{x == 2}', '-i', "$temp/two") == 0
    out.toString().readLines().collect { it.replace(' ', '') }.join('') == text

    where:
    line              || text
    'list'            || 'all:h2a:h2b:h2'
    'list -o table'   || 'hostaddressgroupsh2h2a,b'
    'list -o json'    || '{"all":{"children":["ungrouped","a","b"]},"a":{"hosts":["h2"]},"b":{"hosts":["h2"]},"_meta":{"hostvars":{"h2":{"x":2}}}}'
    'list -o ansible' || '{"_meta":{"hostvars":{"h2":{"x":2}}},"a":{"hosts":["h2"]},"all":{"children":["ungrouped","a","b"]},"b":{"hosts":["h2"]}}'
    'list -o yaml'    || 'all:children:a:hosts:h2:x:2b:hosts:h2:{}ungrouped:{}'
    'graph'           || '@all:|--@ungrouped:|--@a:||--h2|--@b:||--h2'
    'graph a -o json' || '{"group":"a","hosts":["h2"]}'
  }

  def "what is vaulted stays so, as a block in YAML"() {
    given:
    temp.resolve('secret.yml').toFile().text = 'a:\n  hosts:\n    h1:\n      l:\n      - !vault |\n        $ANSIBLE_VAULT;1.1;AES256\n        6161\n' +
      '      v: !vault |\n        $ANSIBLE_VAULT;1.1;AES256\n        6262\n'

    expect:
    kit('list', '-o', 'yaml', '-i', "$temp/secret.yml") == 0
    out.toString() == """\
      all:
        children:
          a:
            hosts:
              h1:
                l:
                - !vault |
                  \$ANSIBLE_VAULT;1.1;AES256
                  6161
                v: !vault |
                  \$ANSIBLE_VAULT;1.1;AES256
                  6262
          ungrouped: {}
      """.stripIndent()
  }

  def "-e and the playbook's directory count as in a run"() {
    given:
    Files.createDirectories(temp.resolve('play/group_vars'))
    temp.resolve('play/group_vars/all.yml').toFile().text = 'pv: 1\n'

    when:
    kit('host', 'h', '-i', 'h,', '--playbook-dir', "$temp/play", '-e', 'x=y', '-o', 'yaml')

    then:
    out.toString() == 'pv: 1\nx: y\n'
  }

  def "#line ends with #code: #message"() {
    expect:
    kit(*line.split(' '), '-i', "$temp/hosts") == code
    err.toString().readLines()[-2] == message
    err.toString().readLines()[-1] == hint

    where:
    line                     || code | message                                 | hint
    'lst'                    || 5    | "kit: kit inventory cannot 'lst'"       | "    did you mean 'list'?"
    'list web'               || 5    | "kit: too much said: 'web'"             | '    kit inventory hosts web selects hosts'
    'host'                   || 5    | 'kit: which host?'                      | '    say: kit inventory host NAME'
    'host wbe1'              || 5    | "kit: no host is called 'wbe1'"         | "    did you mean 'web1'?"
    'graph wbe'              || 5    | "kit: no group is called 'wbe'"         | "    did you mean 'web'?"
    'hosts web:!web'         || 5    | "kit: no host matches 'web:!web'"       | '    kit inventory list shows them'
    'list -o xml'            || 5    | "kit: there is no format 'xml'"         | '    say -o text, json, yaml, table or ansible'
  }

  def "a source that is down is no reason to go on with the others"() {
    given:
    temp.resolve('down').toFile().text = '#!/bin/sh\necho no route to cloud >&2\nexit 1\n'
    temp.resolve('down').toFile().executable = true

    expect:
    kit('list', '-i', "$temp/hosts", '-i', "$temp/down") == 4
    out.size() == 0
    err.toString().readLines() == ["$temp/down: 'down --list' failed with exit code 1" as String,
        '    no route to cloud', '    run it by hand']
  }

  private int kit(Object... line) {
    def screen = new Screen(new PrintStream(out, true, 'UTF-8'), new PrintStream(err, true, 'UTF-8'), [:], '', 0)
    new Main(screen).run('inventory', *(line*.toString()))
  }
}
