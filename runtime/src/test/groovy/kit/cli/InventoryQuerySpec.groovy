package kit.cli

import kit.cli.terminal.Screen

import java.nio.file.Path
import kit.data.Json
import kit.transport.Testbed
import spock.lang.Specification
import spock.lang.TempDir

class InventoryQuerySpec extends Specification {

  @TempDir Path temp
  def out = new ByteArrayOutputStream()
  def err = new ByteArrayOutputStream()

  def setup() {
    file('hosts', '''\
      [web]
      web1 port=80 rack=a1
      web2 port=8080 rack=a2
      [db]
      db1 rack=a1 ansible_password=geheim123
      [web:vars]
      url="http://{{ inventory_hostname }}:{{ port }}"
      '''.stripIndent())
    file('group_vars/web.yml', '''\
      tags: {Environment: prod}
      token: !vault |
        $ANSIBLE_VAULT;1.1;AES256
        38386634306666653130373435613165303831376233363965633566363463393836386330363862
        6437396133396238343463663830336638396635333066300a323164303861303238316630383839
        35653438393433346564373466333434336635393634396333656433353135393962653462653961
        3264393934663066640a663533623265653639613038393134373435323239353463303239343735
        3436
      '''.stripIndent())
  }

  def "#line prints #printed"() {
    expect:
    kit('query', *line) == 0
    out.toString().readLines() == printed
    err.size() == 0

    where:
    line                                                        || printed
    ["'web' in groups && vars.port > 80"]                       || ['web2']
    ["tags.Environment == 'prod'"]                              || ['web1', 'web2']
    ["url == 'http://web1:80'"]                                 || ['web1']
    ['name =~ /b1$/']                                           || ['web1', 'db1']
    ["rack == 'a1'", '-l', 'web']                               || ['web1']
    ["rack == 'a1'", '-l', 'all:!{port > 1}']                   || ['db1']
    ["rack == 'a1'", '-o', 'json']                              || ['["web1","db1"]']
    ["rack == 'a1'", '-o', 'ansible']                           || ['["web1","db1"]']
    ["rack == 'a1'", '-o', 'yaml']                              || ['- web1', '- db1']
    ["rack == 'a1'", '-o', 'table']                             || ['host  address  groups', 'web1  web1     web', 'db1   db1      db']
    ['true', '--show', 'port, groups.size() ,vars.rack']        || ['web1  80    1  a1', 'web2  8080  1  a2', 'db1   -     1  a1']
    ['port', '--show', 'url', '-o', 'table']                    || ['host  url', 'web1  http://web1:80', 'web2  http://web2:8080']
    ['port < 99', '--show', 'port,tags', '-o', 'json']          || ['[{"host":"web1","port":80,"tags":{"Environment":"prod"}}]']
    ['port < 99', '--show', 'port', '-o', 'yaml']               || ['- host: web1', '  port: 80']
    ['port < 99', '--show', '[port, 1]', '-o', 'ansible']       || ['{', '    "web1": {', '        "[port, 1]": [', '            80,', '            1', '        ]', '    }', '}']
    ["name == 'db1'", '--show', 'ansible_password']             || ['db1  ******']
    ["name == 'db1'", '--show', '"x$ansible_password"']         || ['db1  ******']
    ['port > 999999', '-o', 'json']                             || ['[]']
  }

  def "#line ends with #code: #message"() {
    expect:
    kit(*line) == code
    err.toString().readLines()[0..1] == message
    out.size() == 0

    where:
    line                                             || code | message
    ['query', 'prot > 80']                           || 1    | ["query:1:1: no host has a variable 'prot'", "    did you mean 'port'?"]
    ['query', 'port > 80 && rck == 1']               || 1    | ["query:1:14: no host has a variable 'rck'", "    did you mean 'rack'?"]
    ['query', "apt('nginx')"]                        || 1    | ['query:1:1: apt cannot run in a query', '    a query only reads: variables, groups, facts']
    ['query', 'port = 80']                           || 1    | ['query:1:1: a query changes nothing', '    == compares']
    ['query', 'port > 80 &&']                        || 1    | ['query:1:13: unexpected input at: <EOF>', '    perhaps a comma, bracket or quote before it is missing']
    ['query', 'port > 999999']                       || 5    | ["kit: no host matches 'port > 999999'", '    kit inventory list shows them']
    ['query']                                        || 5    | ['kit: which hosts?', "    for example: kit inventory query 'port > 80'"]
    ['query', 'true', '--show', 'rack, prt']         || 1    | ["--show:1:7: no host has a variable 'prt'", "    did you mean 'port'?"]
    ['list', '--show', 'rack']                       || 5    | ['kit: --show is for hosts and query', '    leave it out']
    ['hosts', 'web:&{rck == 1}']                     || 1    | ["pattern:1:7: no host has a variable 'rck'", "    did you mean 'rack'?"]
    ['hosts', "{rack == 'a1'}", '-l', 'rack == 1']   || 5    | ["kit: no host matches '{rack == 'a1'}'", '    kit inventory list shows them']
  }

  def "a vaulted value is opened only if it is named, compared, and not shown"() {
    given:
    file('pass', 'secret\n')
    def password = ['--vault-password-file', "$temp/pass"]

    expect:
    kit('query', 'port == 80') == 0
    kit('query', "token == 'x'") == 7
    kit('query', "token == 'wert-123' && port", '--show', 'token', '-o', 'json', *password) == 0
    out.toString().readLines() == ['web1', '[{"host":"web1","token":"******"},{"host":"web2","token":"******"}]']
  }

  def "a list of hosts takes columns too"() {
    expect:
    kit('hosts', 'web', '--show', 'port') == 0
    out.toString() == 'web1  80\nweb2  8080\n'
  }

  def "facts are asked of real hosts, and who does not answer is told"() {
    given:
    Testbed.need()
    def more = ['-i', "${System.getenv('KIT_TESTBED')}/hosts.ini", '-i', "$temp/gone"]
    file('gone', '[gone]\ng1 ansible_host=127.0.0.1 ansible_port=1\n')
    file('site.groovy', "play('p') { hosts 'all'; task('t') { debug 'x' } }\n")

    when: 'only hosts are asked for which the expression comes to the facts'
    int some = kit('query', "group('debian') && facts.os.family == 'Debian'", '--show', 'facts.os.name', *more)

    then:
    some == 0
    out.toString().readLines().every { it ==~ /d\d+  debian/ }
    err.size() == 0

    when:
    out.reset()
    int all = kit('query', "(group('gone') || group('debian')) && facts.os.family == 'Debian'", *more)

    then:
    all == 4
    out.toString().readLines().every { it ==~ /d\d+/ }
    err.toString().readLines()[0].startsWith('kit: g1: cannot reach g1')
    err.toString().readLines()[-1] == 'kit: 1 host could not be asked and may be missing: g1'

    when:
    err.reset()
    def limit = "name =~ /^(d1|g1)\$/ && facts.os.family == 'Debian'"
    int run = command('run', "$temp/site.groovy", '-l', limit, *more)

    then:
    run == 4
    err.toString().contains('whether the limit leaves g1 cannot be known')

    when:
    out.reset()
    int left = command('run', "$temp/site.groovy", '-l', "name == 'd1' && facts.os.family == 'Debian'", *more)

    then:
    left == 0
    out.toString().contains('1 host: 1 ok')
  }

  private int kit(Object... line) {
    command('inventory', *line, '-i', "$temp/hosts")
  }

  private int command(Object... line) {
    def screen = new Screen(new PrintStream(out, true, 'UTF-8'), new PrintStream(err, true, 'UTF-8'), [:], '', 0)
    new Main(screen).run(*(line*.toString()))
  }

  private void file(String name, String text) {
    def file = temp.resolve(name).toFile()
    file.parentFile.mkdirs()
    file.text = text
  }
}
