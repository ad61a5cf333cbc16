package kit.inventory

import java.nio.file.Path
import kit.model.KitException
import kit.model.Location
import kit.vault.Vault
import spock.lang.Specification
import spock.lang.TempDir

class ExpressionSpec extends Specification {

  @TempDir Path folder

  def "#text is an expression as a whole: #whole"() {
    expect:
    Expression.isWhole(text) == whole

    where:
    text                                  || whole
    "'web' in groups"                     || true
    'port > 80'                           || true
    'port==80'                            || true
    'name =~ /web\\d+/'                   || true
    'a != b'                              || true
    'a || b'                              || true
    'spare && old'                        || true
    "has('x')"                            || true
    "'{' == x"                            || true
    'x == "a:&b,c"'                       || true
    'all'                                 || false
    'web:&prod:!x'                        || false
    'web,&prod,!x'                        || false
    'web*:~(a|b)\\d{2}'                   || false
    '~a||b'                               || false
    '!~(a|b)'                             || false
    'web&~(a|b)'                          || false
    '@hosts (1).txt'                      || false
    'web,@/tmp/a=b'                       || false
    'web[0:2]'                            || false
    '[!a]*'                               || false
    '{port > 80}'                         || false
    'web:&{port > 80}'                    || false
    'user@host'                           || false
    '2001:db8::1'                         || false
    'spare'                               || false
  }

  def "#pattern asks about #asked and leaves #left"() {
    given:
    def file = folder.resolve('hosts').toFile()
    file.text = '[web]\nweb1\nweb2\nweb3\n[db]\ndb1\n[old]\nweb3\n'
    def inventory = new InventoryLoader(new Vault([])).load([file.path])
    def questions = []
    HostFilter filter = { text, Location begin, hosts ->
      questions << "$text@${begin.column()}:${hosts.join(' ')}"
      hosts.findAll { it.contains(text.trim()[-1]) }.toList()
    } as HostFilter

    expect:
    Limit.of(pattern, filter).select(inventory.hosts().toList() - 'db1', inventory) == left
    questions == asked

    where:
    pattern                    || left                      | asked
    'x == 1'                   || ['web1']                  | ['x == 1@1:web1 web2 web3']
    '{x == 1}'                 || ['web1']                  | ['x == 1@2:web1 web2 web3']
    'web:&{1}'                 || ['web1']                  | ['1@7:web1 web2 web3']
    'web:!{ 1 }:!web2'         || ['web3']                  | [' 1 @7:web1 web2 web3']
    'old,{1}'                  || ['web1', 'web3']          | ['1@6:web1 web2 web3']
    'all:&old:&{[1, 2]}'       || []                        | ['[1, 2]@12:web3']
    'web,&{f("a,}") || 1}'     || ['web1']                  | ['f("a,}") || 1@7:web1 web2 web3']
    '{ {1} }:!web1'            || []                        | [' {1} @2:web1 web2 web3']
  }

  def "#pattern is wrong: #message"() {
    when:
    HostPattern.of(pattern, new Location('--limit', 0, 0), HostFilter.NONE)

    then:
    KitException e = thrown()
    e.message == message

    where:
    pattern      || message
    'web:&{port' || '--limit:1:7: the { of an expression is not closed (end it with })'
    '{a}b'       || '--limit:1:2: the { of an expression is not closed (end it with })'
  }

  def "a play cannot choose its hosts by #text"() {
    given:
    def inventory = new InventoryLoader(new Vault([])).load(['a,'])

    when:
    HostPattern.of(text, new Location('site.groovy', 3, 9)).select(inventory)

    then:
    KitException e = thrown()
    e.message.startsWith('site.groovy:3:9: an expression cannot choose the hosts of a play')

    where:
    text << ['{port > 80}', 'port > 80', "facts.os.family == 'Debian'", 'has("x") && web']
  }
}
