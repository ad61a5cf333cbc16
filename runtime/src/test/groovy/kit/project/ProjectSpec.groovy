package kit.project

import java.nio.file.Files
import java.nio.file.Path
import kit.engine.HostScope
import kit.inventory.InventoryLoader
import kit.inventory.Limit
import kit.inventory.NoHostsException
import kit.model.HostSession
import kit.model.KitException
import kit.model.Location
import kit.model.Options
import kit.model.PerHost
import kit.model.Play
import kit.model.PlayRules
import kit.spi.Source
import kit.spi.TemplateStyle
import kit.template.Templates
import kit.vars.Variables
import kit.vault.Vault
import spock.lang.Specification
import spock.lang.TempDir

class ProjectSpec extends Specification {
  static final Location HERE = new Location('site.groovy', 3, 5)

  @TempDir Path folder
  Variables variables
  Project project

  def setup() { open(true) }

  private void open(boolean growing) {
    file('hosts', '[web]\nw2\nw1\n[db]\nd1\n[prod:children]\nweb\n')
    file('group_vars/os_Debian.yml', 'manager: apt\n')
    def inventory = inventory()
    variables = new Variables(inventory, Optional.of(folder), [:], new Vault([]), new Templates())
    project = new Project(variables, new Templates(), folder, Limit.none(), Optional.empty(), false, { text, seen -> Optional.empty() }, { 'answer' }, this.&inventory, growing)
  }

  private inventory() { new InventoryLoader(new Vault([])).load([folder.resolve('hosts').toString()]) }

  private void file(String name, String text) {
    def file = folder.resolve(name)
    Files.createDirectories(file.parent)
    Files.writeString(file, text)
  }

  private static Play play(String hosts, Map vars = [:]) {
    new Play('p', HERE, [hosts], Options.NONE, [], vars, [], PlayRules.NONE, true, [], [])
  }

  private List<String> hosts(String pattern) { project.hosts(play(pattern)) }

  private HostScope scope(String host, Map vars = [:]) {
    def scope = project.scope(host, play('all', vars))
    scope.begin([host: { host }, variable: { name, where -> scope.get(name, where) }] as HostSession)
    scope
  }

  def 'a host that is added is there for later plays, with its groups and variables'() {
    when:
    project.addHost('w1', 'new', ['web', 'fresh'], [port: 80, text: '{{ port }}'], HERE)
    def names = scope('new')

    then:
    hosts('web') == ['w2', 'w1', 'new']
    hosts('prod') == ['w2', 'w1', 'new']
    hosts('fresh') == ['new']
    hosts('all').contains('new')
    names.groups() == ['fresh', 'prod', 'web']
    names.get('port', HERE) == 80
    names.get('text', HERE) == '{{ port }}'
    scope('w1').get('groups', HERE).fresh == ['new']
  }

  def 'inventories read again have their new hosts, and what was added stays'() {
    given:
    project.addHost('w1', 'new', ['web', 'fresh'], [port: 80], HERE)
    def before = scope('d1')

    when:
    file('hosts', '[web]\nw2\nw3 port=8080\n[cache]\nw2\n[prod:children]\nweb\ncache\n')
    project.refreshInventory()

    then: 'what is gone is gone for later plays, but its present one goes on'
    hosts('all') as Set == ['w2', 'w3', 'new'] as Set
    hosts('prod') == ['w2', 'w3', 'new']
    hosts('fresh') == ['new']
    hosts('db') == []
    scope('w2').groups() == ['cache', 'prod', 'web']
    scope('w3').get('port', HERE) == 8080
    scope('new').get('port', HERE) == 80
    before.get('inventory_hostname', HERE) == 'd1'
    before.get('groups', HERE).cache == ['w2']

    when: 'more is added to what was read'
    project.addHost('w3', 'w3', ['fresh'], [:], HERE)

    then:
    hosts('fresh') == ['new', 'w3']
  }

  def 'an inventory that cannot be read again changes nothing'() {
    when:
    file('hosts', '[web\n')
    project.refreshInventory()

    then:
    thrown(KitException)
    hosts('web') == ['w2', 'w1']
  }

  def 'a host that is put into a group has its variables from then on'() {
    given:
    def before = scope('d1')

    when:
    project.addHost('d1', 'd1', ['os_Debian'], [:], HERE)

    then:
    before.groups() == ['db', 'os_Debian']
    before.get('manager', HERE) == 'apt'
    !scope('w1').has('manager')
    hosts('os_Debian') == ['d1']
    hosts('db') == ['d1']
  }

  def 'the order of what is added does not depend on who was faster'() {
    when:
    order.each { by -> project.addHost(by, by, ['g'], [:], HERE); project.addHost(by, "n-$by", [], [who: by], HERE) }

    then:
    hosts('g') == ['w2', 'w1', 'd1']
    hosts('ungrouped') == ['n-w2', 'n-w1', 'n-d1']
    project.variablesOf('n-d1', HERE).who == 'd1'

    where:
    order << [['w2', 'w1', 'd1'], ['d1', 'w1', 'w2'], ['w1', 'd1', 'w2']]
  }

  def 'a name that cannot be one is refused'() {
    when:
    project.addHost('w1', host, groups, [:], HERE)

    then:
    def e = thrown(KitException)
    e.problems()[0].location() == HERE

    where:
    host  | groups
    '../' | []
    'x'   | ['a/b']
  }

  def 'patterns may name what is not there yet only if the playbook adds something'() {
    expect:
    hosts('later') == []

    when:
    open(false)
    hosts('later')

    then:
    thrown(NoHostsException)
  }

  def 'values that the playbook gives as code are computed wherever they are read: #how'() {
    given:
    def scope = scope('w1', [half: { it.host() + '/2' } as PerHost, text: 'is {{ half }}'])

    expect:
    read(scope, project) == value

    where:
    how        | read                                                      || value
    'name'     | { s, p -> s.get('half', HERE) }                            || 'w1/2'
    'braces'   | { s, p -> s.get('text', HERE) }                            || 'is w1/2'
    'template' | { s, p -> render(p, s, '{{ half }} {% if half %}!{% endif %}') }    || 'w1/2 !'
    'option'   | { s, p -> s.push([x: { 'x' } as PerHost]); render(p, s, '{{ x }}') } || 'x'
  }

  private static String render(Project project, HostScope scope, String text) {
    project.render(new Source('t.j2', text.bytes, 0644, false), scope, [:], TemplateStyle.ANSIBLE)
  }

  def 'another host cannot have them computed, and is told what to do'() {
    given:
    scope('w1', [half: { it.host() } as PerHost])

    when:
    project.variablesOf('w1', HERE).half

    then:
    def e = thrown(KitException)
    e.problems()[0].message() == "'half' is computed on w1 when it is read there"
  }
}
