package kit.script.query

import kit.model.KitException
import kit.model.Location
import kit.model.Secrets
import kit.query.Facts
import kit.script.Samples
import spock.lang.Specification

class HostExpressionSpec extends Specification {

  static final VARS = [
      port: 8080, spare: false, empty: '', none: null, tags: [Environment: 'prod', size: [cpu: 4]],
      disks: [[name: 'sda', gb: 100], [name: 'sdb', gb: 20]], text: 'abc']

  def web1 = view('web1', ['eu', 'web'], VARS)
  def db1 = view('db1', ['db'], [port: 5432, tags: [Environment: 'test']])
  def bare = view('bare', [], [:])

  def "#text holds for #hosts"() {
    given:
    def query = of(text)

    expect:
    [web1, db1, bare].findAll { query.holds(it) }*.name() == hosts

    where:
    text                                                || hosts
    "'web' in groups"                                   || ['web1']
    "'web' !in groups"                                  || ['db1', 'bare']
    "group('web') || group('db')"                       || ['web1', 'db1']
    'port > 6000'                                       || ['web1']
    'vars.port >= 5432'                                 || ['web1', 'db1']
    'port < 6000'                                       || ['db1']
    'port <= 5432'                                      || ['db1']
    'port'                                              || ['web1', 'db1']
    '!port'                                             || ['bare']
    'port == null'                                      || ['bare']
    "has('port') && !has('spare')"                      || ['db1']
    "defined('none')"                                   || ['web1']
    "tags.Environment == 'prod'"                        || ['web1']
    "tags.Environment != 'prod'"                        || ['db1', 'bare']
    'tags.size.cpu > 2'                                 || ['web1']
    "tags['owner'] == null"                             || ['web1', 'db1', 'bare']
    "tags?.owner == null"                               || ['web1', 'db1', 'bare']
    "vars['prot'] == null"                              || ['web1', 'db1', 'bare']
    'name =~ /b\\d/'                                    || ['web1', 'db1']
    'name ==~ /b\\d/'                                   || []
    "host == 'bare'"                                    || ['bare']
    'disks.any { it.gb > 50 }'                          || ['web1']
    'disks.any { disk -> disk.gb > port }'              || []
    "facts.os.family == 'Debian'"                       || ['web1', 'db1', 'bare']
    'facts.memory.total > 1000 && port > 6000'          || ['web1']
    'groups.size() == 2'                                || ['web1']
    "\"\${name}x\" == 'db1x'"                           || ['db1']
    'port in [8080, 22]'                                || ['web1']
    'port in 5000..6000'                                || ['db1']
    "tags.Environment.startsWith('pr')"                 || ['web1']
    'disks[1].gb == 20'                                 || ['web1']
    "text > 'abb'"                                      || ['web1']
  }

  def "the value of #text is #value"() {
    expect:
    of(text).value(web1) == value

    where:
    text                       || value
    'vars.port'                || 8080
    'facts.os.name'            || 'debian'
    'tags.size'                || [cpu: 4]
    'disks.name'               || ['sda', 'sdb']
    'disks.collect { it.gb }'  || [100, 20]
    'nothing.at.all'           || null
    'groups'                   || ['eu', 'web']
    '"$name:$port"'            || 'web1:8080'
  }

  def "#text is wrong: #problem"() {
    when:
    of(text)

    then:
    def e = thrown(KitException)
    e.problems()*.toString() == [problem]

    where:
    text                          || problem
    "apt 'nginx'"                 || "query:1:1: apt cannot run in a query (a query only reads: variables, groups, facts)"
    "port > 80 && apt('x')"       || "query:1:14: apt cannot run in a query (a query only reads: variables, groups, facts)"
    "println(port)"               || "query:1:1: unknown word 'println' (there are defined(...), group(...), has(...))"
    "hsa('port')"                 || "query:1:1: unknown word 'hsa' (did you mean 'has'?)"
    "facts.os.famly == 'x'"       || "query:1:10: facts.os has no 'famly' (did you mean 'family'?)"
    'port = 80'                   || 'query:1:1: a query changes nothing (== compares)'
    'vars.port = 80'              || 'query:1:1: a query changes nothing (== compares)'
    'port >'                      || 'query:1:7: unexpected input at: > (perhaps a comma, bracket or quote before it is missing)'
    "name == 'web1"               || 'query:1:9: the text that begins here is not closed (a quote is missing)'
    '(port > 80'                  || 'query:1:1: this ( is not closed'
    ''                            || "query:1:1: there is no expression (for example 'web' in groups && port > 80)"
  }

  def "#text is wrong for a host: #problem"() {
    when:
    of(text).holds(web1)

    then:
    def e = thrown(KitException)
    e.problems()*.toString() == [problem]

    where:
    text              || problem
    'text > 80'       || 'query:1:1: a text and a number have no order (x.toInteger() makes a number of a text)'
    'disks > 80'      || 'query:1:1: a list and a number have no order'
    'text.length'     || "query:1:6: a text has no 'length'"
    'has()'           || "query:1:1: 'has' wants one name (for example has('web'))"
    "group('wbe')"    || 'query:1:1: no group wbe'
  }

  def "places are counted from where the expression begins"() {
    when:
    HostExpression.of("facts.os.famly", new Location('--limit', 1, 7), Samples.CATALOG)

    then:
    def e = thrown(KitException)
    e.problems()[0].location() == new Location('--limit', 1, 16)
  }

  def "names that no host has are refused with their places"() {
    given:
    def query = of("prot > 80 || vars.tgas.x == name")

    expect:
    query.reads() == ['prot', 'tgas'] as Set

    when:
    query.refuse(['prot', 'tgas'] as Set, ['port', 'tags'] as Set)

    then:
    def e = thrown(KitException)
    e.problems()*.toString() == [
        "query:1:1: no host has a variable 'prot' (did you mean 'port'?)",
        "query:1:19: no host has a variable 'tgas' (did you mean 'tags'?)"]
  }

  def "names below variables are wrong if no host has them"() {
    given:
    def query = of(text)
    [web1, db1, bare].each { query.holds(it) }

    expect:
    query.nowhere()*.toString() == problems

    where:
    text                                   || problems
    'tags.size.cpu == 4'                   || []
    "tags.Enviroment == 'prod'"            || ["query:1:6: tags has no 'Enviroment' on any host (did you mean 'Environment'?)"]
    'tags.size.ram > 1'                    || ["query:1:11: tags.size has no 'ram' on any host (['ram'] asks for what may be missing everywhere)"]
    'disks.any { it.gib > 50 }'            || ["query:1:16: disks[] has no 'gib' on any host (did you mean 'gb'?)"]
    "tags['x'] == 1 || tags?.y == 1"       || []
  }

  private static HostExpression of(String text) {
    HostExpression.of(text, new Location('query', 1, 1), Samples.CATALOG)
  }

  private static QueryHost view(String host, List<String> its, Map<String, Object> vars) {
    def known = Facts.nothing() + [os: Facts.nothing().os + [family: 'Debian', name: 'debian'],
        memory: Facts.nothing().memory + [total: 2000]]
    [name: { -> host }, groups: { -> its }, has: { String it -> vars.containsKey(it) },
        isIn: { String group, Location at ->
          if (group == 'wbe') {
            throw new KitException(new kit.model.Problem(at, 'no group wbe', ''))
          }
          group in its
        },
        variable: { String name, Location at -> vars[name] },
        facts: { -> known }, secrets: { -> Secrets.NONE }] as QueryHost
  }
}
