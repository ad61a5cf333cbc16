package kit.inventory

import java.nio.file.Files
import java.nio.file.Path
import kit.model.KitException
import kit.model.Location
import kit.vault.Vault
import spock.lang.Specification
import spock.lang.TempDir

class InventoryLoaderSpec extends Specification {
  @TempDir Path folder

  def 'reads an inventory in Groovy'() {
    given:
    Path file = Files.writeString(folder.resolve('hosts.groovy'), '''\
      def zone = 'example.org'
      group('web') {
        host 'web1', address: '10.0.0.5', port: 2222, rack: "a-${zone}"
        vars http: 80
        children 'edge'
        (2..3).each { host "web$it", user: 'admin' }
        group('canary') { host 'web9' }
      }
      host('db1', key: '~/.ssh/db', connection: 'local')
      vars ntp: ['n1', 'n2']
    '''.stripIndent())

    when:
    Inventory inventory = load(file)

    then:
    inventory.hosts() as List == ['web1', 'web2', 'web3', 'web9', 'db1']
    inventory.hostsOf('web') == ['web1', 'web2', 'web3', 'web9']
    inventory.group('web').get().children() == ['edge', 'canary']
    values(inventory, 'web1') == [ansible_host: '10.0.0.5', ansible_port: 2222, rack: 'a-example.org']
    values(inventory, 'web2') == [ansible_user: 'admin']
    values(inventory, 'db1') == [ansible_ssh_private_key_file: '~/.ssh/db', ansible_connection: 'local']
    inventory.group('all').get().vars().ntp.value() == ['n1', 'n2']
    inventory.group('web').get().vars().http.location() == new Location(file.toString(), 4, 0)
    inventory.groupNames('db1') == ['ungrouped']
  }

  def 'says where a Groovy inventory is wrong: #message'() {
    given:
    Path file = Files.writeString(folder.resolve('hosts.groovy'), text)

    when:
    load(file)

    then:
    KitException e = thrown()
    e.problems()[0].location().line() == line
    e.problems()[0].message().contains(message)

    where:
    text                                   || line | message
    "group('a') {\n  hots 'b'\n}"          || 2    | "'hots' is not known here"
    "\nhost 'a', port: prot"               || 2    | "'prot' is not defined"
    "host 'a'\nhost 'b"                    || 2    | ''
    "host 'a'\n\nhost '-b'"                || 3    | "it begins with '-'"
    "host 'a'\nthrow new Exception('no')"  || 2    | 'no'
  }

  def 'reads the list #list'() {
    expect:
    new InventoryLoader(new Vault([])).load([list]).hosts() as List == hosts

    where:
    list              || hosts
    'a,'              || ['a']
    'a, b.example,'   || ['a', 'b.example']
    'web[1:3],db'     || ['web1', 'web2', 'web3', 'db']
    '[::1]:2222,'     || ['::1']
  }

  def 'knows localhost without being told'() {
    given:
    Inventory inventory = new InventoryLoader(new Vault([])).load([])

    expect:
    inventory.hosts().empty
    HostPattern.of('localhost', Location.NONE).select(inventory) == ['localhost']
    inventory.host('localhost').get().vars().ansible_connection.value() == 'local'
  }

  def 'asks what was meant by #pattern'() {
    given:
    Inventory inventory = load(Files.writeString(folder.resolve('h'), '[web]\nweb1\nweb2\n[db]\ndb1'))

    when:
    HostPattern.of(pattern, new Location('site.groovy', 3, 9)).select(inventory)

    then:
    NoHostsException e = thrown()
    e.message == "site.groovy:3:9: $message"

    where:
    pattern    || message
    'wbe'      || "no host or group is called 'wbe' (did you mean 'web'?)"
    'web:!bd'  || "no host or group is called 'bd' (did you mean 'db'?)"
    'web:&'    || "'&' names nothing (put a name behind it)"
    'web[7]'   || "'web[7]' is out of range (there are 2 hosts)"
    '~('       || "'~(' is not a pattern: Unclosed group"
  }

  def 'the positions #pattern are those that Ansible takes'() {
    given:
    Inventory inventory = load(Files.writeString(folder.resolve('h'), '[web]\nweb[1:5]\n'))

    expect:
    HostPattern.of(pattern, Location.NONE).select(inventory) == hosts

    where:
    pattern         || hosts
    'web[1:3]'      || ['web2', 'web3', 'web4']
    'web[1-3]'      || ['web2', 'web3', 'web4']
    'web[3-]'       || ['web4', 'web5']
    'web:!web[1-2]' || ['web1', 'web4', 'web5']
    'web[-2]'       || ['web4']
    'web[1-3]*'     || ['web1', 'web2', 'web3']
  }

  def 'limits hosts to those of a file'() {
    given:
    Inventory inventory = load(Files.writeString(folder.resolve('h'), 'a\nb\nc'))
    Path retry = Files.writeString(folder.resolve('failed'), 'c\n\na\n')

    expect:
    Limit.of("@$retry", HostFilter.NONE).select(['a', 'b', 'c'], inventory) == ['a', 'c']
    Limit.of('', HostFilter.NONE).select(['b'], inventory) == ['b']
  }

  private static Inventory load(Path file) {
    new InventoryLoader(new Vault([])).load([file.toString()])
  }

  private static Map values(Inventory inventory, String host) {
    inventory.host(host).get().vars().collectEntries { k, v -> [(k): v.value()] }
  }
}
