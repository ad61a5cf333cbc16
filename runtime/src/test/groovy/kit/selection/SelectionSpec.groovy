package kit.selection

import java.nio.file.Files
import java.nio.file.Path
import kit.catalog.ModuleCatalog
import kit.inventory.InventoryLoader
import kit.model.KitException
import kit.model.Location
import kit.query.Facts
import kit.target.Unreachable
import kit.template.Templates
import kit.vars.Variables
import kit.vault.Vault
import spock.lang.Specification
import spock.lang.TempDir

class SelectionSpec extends Specification {

  static final BEGIN = new Location('--limit', 1, 1)
  static final ALL = ['web1', 'web2', 'db1']

  @TempDir Path folder
  def asked = []
  def silent = []
  Variables variables
  Selection selection

  def setup() {
    file('hosts', '[web]\nweb1 port=80 ansible_port=22\nweb2 port=8080\n[db]\ndb1\n[empty]\n[web:vars]\nurl="http://{{ inventory_hostname }}:{{ port }}"\n')
    file('group_vars/empty.yml', 'lost: 1\n')
    file('host_vars/db1.yml', 'kind: "{{ ansible_os_family }}x"\ntags: {role: main}\n')
    def inventory = new InventoryLoader(new Vault([])).load([folder.resolve('hosts').toString()])
    def templates = new Templates()
    variables = new Variables(inventory, Optional.of(folder), [x: new kit.data.Setting(5, BEGIN)], new Vault([]), templates)
    selection = new Selection(variables, ModuleCatalog.of(), { hosts ->
      asked << hosts
      (hosts - silent).collectEntries { [it, facts(it)] }
    } as FactSource)
  }

  def "#text holds for #hosts and asks #questions"() {
    expect:
    selection.holding(text, BEGIN, ALL) == hosts
    asked == questions

    where:
    text                                                   || hosts            | questions
    'port > 80'                                            || ['web2']         | []
    "url == 'http://web1:80'"                              || ['web1']         | []
    "group_names == ['web']"                               || ['web1', 'web2'] | []
    "hostvars['web1'].port == 80 && name == 'db1'"         || ['db1']          | []
    'x == 5'                                               || ALL              | []
    'lost == null'                                         || ALL              | []
    'ansible_port == 22'                                   || ['web1']         | []
    "facts.os.family == 'web1'"                            || ['web1']         | [ALL]
    "group('web') && facts.os.family == 'web1'"            || ['web1']         | [['web1', 'web2']]
    "port > 80 || facts.os.family == 'db1'"                || ['web2', 'db1']  | [['web1', 'db1']]
    "group('db') && ansible_os_family == 'db1'"            || ['db1']          | [['db1']]
    "group('db') && kind == 'db1x'"                        || ['db1']          | [['db1']]
    "ansible_facts.os_family == 'web2'"                    || ['web2']         | [ALL]
    "tags.role == 'main'"                                  || ['db1']          | []
  }

  def "#text is a mistake: #message"() {
    when:
    selection.holding(text, BEGIN, ALL)

    then:
    KitException e = thrown()
    e.message == message
    asked == []

    where:
    text               || message
    'prot > 80'        || "--limit:1:1: no host has a variable 'prot' (did you mean 'port'?)"
    'vars.prot > 80'   || "--limit:1:6: no host has a variable 'prot' (did you mean 'port'?)"
    'ansible_prt == 1' || "--limit:1:1: no host has a variable 'ansible_prt' (did you mean 'ansible_port'?)"
    "group('wbe')"     || "--limit:1:1: web1: no group is called 'wbe' (did you mean 'web'?)"
    "tags.rle == 'x'"  || "--limit:1:6: tags has no 'rle' on any host (did you mean 'role'?)"
    "port > 'a'"       || "--limit:1:1: web1: a number and a text have no order"
  }

  def "a host that cannot be asked is neither in nor out"() {
    given:
    silent = ['web2']

    when:
    selection.holding("facts.os.family == 'web1'", BEGIN, ALL)

    then:
    Unreachable e = thrown()
    e.problems()[0].message() == 'whether the limit leaves web2 cannot be known'
    e.problems()[0].hint() == "leave it out before facts are read: name != 'web2' && facts.os.family == 'web1'"

    when:
    selection.holding("facts.os.family == 'web1'", BEGIN, ALL)

    then:
    thrown(Unreachable)
    asked == [ALL]
  }

  def "a host is judged and asked once"() {
    given:
    def text = "facts.os.family == 'web1'"
    selection.holding(text, BEGIN, ['web1'])

    expect:
    selection.holding(text, BEGIN, ALL) == ['web1']
    selection.values(selection.compile('facts.os.family', BEGIN), ALL) == [web1: 'web1', web2: 'web2', db1: 'db1']
    asked == [['web1'], ['web2', 'db1']]
  }

  def "commands that contact no host say so"() {
    when:
    new Selection(variables, ModuleCatalog.of(), FactSource.NONE).holding('facts.arch', BEGIN, ALL)

    then:
    KitException e = thrown()
    e.message.startsWith('facts are known only by asking the hosts')
  }

  private static Map facts(String family) {
    Facts.nothing() + [os: Facts.nothing().os + [family: family]]
  }

  private void file(String name, String text) {
    Files.createDirectories(folder.resolve(name).parent)
    folder.resolve(name).toFile().text = text
  }
}
