package kit.discovery

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import kit.catalog.SourceCatalog
import kit.data.Json
import kit.data.Verbatim
import kit.inventory.Inventory
import kit.inventory.InventoryLoader
import kit.inventory.SourceException
import kit.model.KitException
import kit.template.Templates
import kit.vault.Secret
import kit.vault.Vault
import spock.lang.Specification
import spock.lang.TempDir

class DiscoverySpec extends Specification {
  @TempDir Path folder
  List<String> remembered = []
  Map<String, String> environment = [SAMPLE_ZONE: 'a']
  def key = new Secret('default', 'hunter22'.bytes)
  def vault = new Vault([key])

  def setup() {
    answer('web1|web|front', 'db1|db|back end')
  }

  def 'a source named by a file gives hosts, groups and variables'() {
    when:
    def inventory = load('plugin: sample\nfile: answer\n')

    then:
    inventory.hosts() as List == ['web1', 'db1']
    inventory.groupNames('web1') == ['web']
    value(inventory, 'db1', 'tags') == [role: 'back end']
    value(inventory, 'db1', 'zone') == 'a'
  }

  def 'the name of the plugin of others will do'() {
    expect:
    load('plugin: an.old.name\nfile: answer\n').hosts().size() == 2
  }

  def 'settings may be vaulted or templates'() {
    given:
    def lines = Vault.encrypt('s3cret'.bytes, key).readLines().collect { '  ' + it }.join('\n')

    expect:
    value(load("plugin: sample\nfile: '{{ \"ans\" ~ \"wer\" }}'\ntoken: !vault |\n$lines\n"), 'db1', 'token') == 's3cret'
  }

  def 'what is wrong with #text is told with its place'() {
    when:
    load(text)

    then:
    def e = thrown(KitException)
    e.problems()*.message() == messages
    e.problems()[0].location().line() == line
    e.problems()[0].hint().contains(hint)

    where:
    text                                                  || line | messages                                                  | hint
    'plugin: smaple\nfile: answer'                        || 1    | ["there is no inventory source 'smaple'"]                 | "did you mean 'sample'?"
    'plugin: sample\nfiel: answer'                        || 2    | ["sample has no argument 'fiel'"]                         | "did you mean 'file'?"
    'plugin: sample'                                      || 1    | ["sample needs the argument 'file'"]                      | 'kit doc sample'
    'plugin: sample\nfile: answer\nkeyed_groups: x'       || 3    | ['keyedGroups wants a list']                              | 'docs/inventory.md'
    'plugin: sample\nfile: answer\ncache_timeout: soon'   || 3    | ['cacheTimeout wants a number of seconds']                | ''
    'plugin: sample\nfile: answer\nuse_extra_vars: true'  || 3    | ['useExtraVars is not supported: expressions see what the source says'] | 'playbook'
    'plugin: sample\nfile: answer\nuse_vars_plugins: true' || 3  | ['useVarsPlugins is not supported: expressions do not see group_vars and host_vars'] | 'before this one'
    'plugin: sample\nfile: answer\nfilters:\n- keep: a'   || 3  | ["the list filters knows no 'keep'"]                        | 'include'
    'plugin: sample\nfile: answer\nfilters:\n- include: nope' || 3 | ["filters: nope does not work for web1: 'nope' is undefined"] | ''
    'plugin: constructed\nfilters:\n- include: true'       || 2  | ["constructed has no setting 'filters'"]                    | 'keyedGroups'
    'plugin: sample\nfile: answer\nkeyed_groups:\n- kye: a' || 3  | ["keyedGroups knows no 'kye'"]                            | "did you mean 'key'?"
    'plugin: sample\nfile: answer\nstrict: true\ncompose:\n  a: nope.b' || 4 | ["compose: a does not work for web1: 'nope' is undefined"] | ''
    'plugin: sample\nfile: answer\nstrict: true\nkeyed_groups:\n- key: tags.get("x", "")' || 1 | ['keyedGroups: tags.get("x", "") gives nothing for web1'] | 'default_value'
    'plugin: constructed\nuse_vars_plugins: true'         || 2    | ['useVarsPlugins is not supported: expressions do not see group_vars and host_vars'] | 'before this one'
    'plugin: constructed\nfile: answer'                   || 2    | ["constructed has no setting 'file'"]                     | 'keyedGroups'
  }

  def 'an expression that works for no host is told, one that works for some is not'() {
    when:
    def inventory = load('plugin: sample\nfile: answer\ncompose: {a: tgas.role, b: "{\'front\': 1}[tags.role]"}\n')

    then:
    inventory.warnings().size() == 1
    inventory.warnings()[0].contains("compose: a works for no host: 'tgas' is undefined")
    inventory.host('web1').get().vars().b.value() == 1
  }

  def 'of a list of filters the first that holds decides: #filters'() {
    when:
    def inventory = load("plugin: sample\nfile: answer\nfilters:\n$filters\n")

    then:
    inventory.hosts() as List == hosts
    inventory.groups()*.name().containsAll(hosts.collect { [web1: 'web', db1: 'db'][it] })

    where:
    filters                                                           || hosts
    "- include: tags.role == 'front'\n- exclude: true"                || ['web1']
    "- exclude: inventory_hostname.startswith('web')"                 || ['db1']
    "- include: zone == 'a'\n- exclude: tags.role == 'front'"         || ['web1', 'db1']
    "- exclude: zone == 'b'"                                          || ['web1', 'db1']
    "- exclude: true"                                                 || []
  }

  def 'one name for hosts of two sources is told, one host of two sources is not'() {
    given:
    Files.writeString(folder.resolve('a.yml'), "plugin: sample\nfile: answer\ncompose: {ansible_host: \"'10.0.0.1'\"}\n")
    Files.writeString(folder.resolve('b.yml'), "plugin: sample\nfile: answer\ntoken: x\ncompose: {ansible_host: \"'$address'\"}\n")

    when:
    def inventory = loader(new Freshness(true, false)).load(["$folder/a.yml", "$folder/b.yml"]*.toString())

    then:
    inventory.warnings()*.replace("$folder/", '') == warnings

    where:
    address    || warnings
    '10.0.0.1' || []
    '10.0.0.2' || ['b.yml:1:1: web1, db1: found by a.yml:1:1 too, but elsewhere; what is said here wins']
  }

  def 'what is composed may be any constant of YAML'() {
    when:
    def inventory = load('plugin: sample\nfile: answer\ncompose:\n  a: [x, 1, {k: "it\'s \\\\ \\""}, "it\'s", "a\\nb"]\n  b: {n: true, m: }\n  c: 7\n')

    then:
    value(inventory, 'db1', 'a') == ['x', 1, [k: "it's \\ \""], "it's", 'a\nb']
    value(inventory, 'db1', 'b') == [n: true, m: null]
    value(inventory, 'db1', 'c') == 7
    inventory.warnings() == []
  }

  def 'the answer is kept for a while'() {
    given:
    load('plugin: sample\nfile: answer\n')
    answer('web2|web|front')

    expect:
    remembered == []
    load('plugin: sample\nfile: answer\n').hosts() as List == ['web1', 'db1']
    remembered.size() == 1
    remembered[0] =~ /it.yml:1:1 answered \d+ s ago; --refresh asks anew/
    load('plugin: sample\nfile: answer\n', new Freshness(false, false)).hosts() as List == ['web2']
    load('plugin: sample\nfile: answer\n').hosts() as List == ['web2']
  }

  def 'an answer is not kept #when'() {
    given:
    load("plugin: sample\nfile: answer\n$first")
    answer('web2|web|front')
    environment.SAMPLE_ZONE = zone

    expect:
    load("plugin: sample\nfile: answer\n$then").hosts() as List == ['web2']

    where:
    when                                   | first              | then             | zone
    'where the configuration forbids it'   | 'cache: false'     | 'cache: false'   | 'a'
    'for other settings'                   | ''                 | 'token: other'   | 'a'
    'for another environment'              | ''                 | ''               | 'b'
  }

  def 'an answer without hosts is not kept, nor the one before it'() {
    given:
    load('plugin: sample\nfile: answer\n')
    answer()
    assert load('plugin: sample\nfile: answer\n', new Freshness(false, false)).hosts().isEmpty()
    answer('web2|web|front')

    expect:
    load('plugin: sample\nfile: answer\n').hosts() as List == ['web2']
  }

  def 'kept answers are for the user alone'() {
    when:
    load('plugin: sample\nfile: answer\ntoken: s3cret\n')
    def files = Files.list(folder.resolve('kept')).toList()

    then:
    files.size() == 1
    Files.getPosixFilePermissions(files[0])*.toString().sort() == ['OWNER_READ', 'OWNER_WRITE']
    !files[0].fileName.toString().contains('s3cret')
  }

  def 'a source that does not answer is an error, and its last answer an offer'() {
    given:
    load('plugin: sample\nfile: answer\ncache_timeout: 3600\n')
    Files.delete(folder.resolve('answer'))

    when:
    load('plugin: sample\nfile: answer\ncache_timeout: 3600\n', new Freshness(false, false))

    then:
    def e = thrown(SourceException)
    e.problems()[0].message() == 'the sample cannot be reached: answer'
    e.problems()[0].hint() =~ /start it; --allow-stale takes its answer of \d+ s ago/

    when:
    def old = load('plugin: sample\nfile: answer\ncache_timeout: 3600\n', new Freshness(false, true))

    then:
    old.hosts() as List == ['web1', 'db1']
    old.warnings()[0] =~ /cannot be reached: answer; going on with its answer of \d+ s ago/
  }

  def 'without a last answer there is nothing to go on with'() {
    given:
    Files.delete(folder.resolve('answer'))

    when:
    load('plugin: sample\nfile: answer\n', new Freshness(true, true))

    then:
    thrown(SourceException)
  }

  def 'a damaged answer is none: #what'() {
    given:
    load('plugin: sample\nfile: answer\n')
    def kept = Files.list(folder.resolve('kept')).findFirst().get()
    Files.write(kept, damage(Files.readAllBytes(kept)))
    answer('web2|web|front')

    expect:
    load('plugin: sample\nfile: answer\n').hosts() as List == ['web2']

    where:
    what             | damage
    'cut off'        | { byte[] it -> Arrays.copyOf(it, it.length.intdiv(2)) }
    'empty'          | { byte[] it -> new byte[0] }
    'something else' | { byte[] it -> 'plugin: sample'.bytes }
    'turned around'  | { byte[] it -> it.reverse() as byte[] }
  }

  def 'names that are no names are refused, whoever says them: #name'() {
    given:
    answer("$name|web|front")

    when:
    load('plugin: sample\nfile: answer\n')

    then:
    def e = thrown(SourceException)
    e.problems()[0].message().contains('cannot be the name of a host')
    e.problems()[0].hint().startsWith('the source calls it so')

    where:
    name << ['-oProxyCommand=id', 'a;reboot', '$(id)', '../../etc', '@hosts', 'a\tb', '{{ 1 }}', '']
  }

  def 'what others wrote is data: #text'() {
    given:
    answer("web1|web|$text")

    when:
    def inventory = load('plugin: sample\nfile: answer\nkeyed_groups:\n- key: tags.role\n  prefix: r\n')

    then:
    value(inventory, 'web1', 'tags') == [role: text]
    inventory.groupNames('web1').contains(group)

    where:
    text               || group
    '{{ 7 * 6 }}'      || 'r____7___6___'
    '{% raw %}'        || 'r____raw___'
    '$(touch /tmp/x)'  || 'r___touch__tmp_x_'
    '-rf'              || 'r__rf'
  }

  def 'an inventory in Groovy makes of hosts what it likes'() {
    when:
    def inventory = load('''\
      group('all_found') {
        sample(file: 'answer') {
          token 'abc'
          groupBy('role') { it.tags.role }
          groupBy { [it.zone, null] }
          vars { [shout: it.name.toUpperCase(), port: it.groups.contains('web') ? 80 : 5432] }
        }
      }
      sample(file: 'answer') { keep { it.tags.role == 'front' }; vars { [kept: true] } }
    '''.stripIndent(), new Freshness(true, false), 'hosts.groovy')

    then:
    inventory.groupNames('web1') == ['a', 'all_found', 'role_front', 'web']
    inventory.groupNames('db1') == ['a', 'all_found', 'db', 'role_back_end']
    inventory.host('db1').get().vars().port.value() == 5432
    inventory.host('web1').get().vars().shout.value() == 'WEB1'
    inventory.host('web1').get().vars().kept.value()
    inventory.host('db1').get().vars().kept == null
  }

  def 'what is wrong in a block is told with its line: #message'() {
    when:
    load("sample(file: 'answer') {\n  $line\n}\n", new Freshness(true, false), 'hosts.groovy')

    then:
    def e = thrown(KitException)
    e.problems()[0].message() == message
    e.problems()[0].location().line() == 2
    e.problems()[0].hint() == hint

    where:
    line                      || message                                                     | hint
    'keep { it.tgas }'        || "no host that was found has 'tgas'"                         | "did you mean 'tags'?"
    'keep { it.tags.x.y }'    || "for web1: Cannot get property 'y' on null object"          | '?. reads what may be missing'
    'vars { 7 }'           || 'vars wants a map'                                       | 'vars { [port: it.docker_labels.port] }'
    'gruopBy { it.tags }'     || "'gruopBy' is not known here"                               | 'a block of sample knows keep, groupBy, vars and settings with a value'
    "tokne 'x'"               || "sample has no argument 'tokne'"                            | "did you mean 'token'? (kit doc sample)"
  }

  def 'groups are built of static hosts as Ansible builds them: #file'() {
    given:
    def cases = Path.of(DiscoverySpec.getResource('/constructed/hosts.yml').toURI()).parent
    def loader = loader(new Freshness(true, false))

    when:
    def inventory = loader.load(["$cases/hosts.yml", "$cases/${file}.yml"]*.toString())
    def expected = Json.read(Files.readString(cases.resolve("${file}.json")))

    then:
    inventory.groups().findAll { it.hosts() && it.name() != 'all' }.collectEntries { [it.name(), it.hosts()] } ==
        expected.findAll { it.value.hosts }.collectEntries { [it.key, it.value.hosts] }
    inventory.groups().findAll { it.children() }.collectEntries { [it.name(), it.children()] } ==
        expected.findAll { it.value.children }.collectEntries { [it.key, it.value.children] }
    inventory.hosts().every { host ->
      ['ansible_port', 'where', 'two'].every { name ->
        inventory.host(host).get().vars()[name]?.value() == expected._meta.hostvars[host][name]
      }
    }

    where: // outputs of ansible-inventory 2.14 --list -i hosts.yml -i FILE.yml
    file << ['leading', 'bare']
  }

  private void answer(String... lines) {
    Files.write(folder.resolve('answer'), lines as List, StandardCharsets.UTF_8)
  }

  private Inventory load(String text, Freshness freshness = new Freshness(true, false), String name = 'it.yml') {
    loader(freshness).load([Files.writeString(folder.resolve(name), text).toString()])
  }

  private InventoryLoader loader(Freshness freshness) {
    def templates = new Templates(folder, vault)
    def answers = new Answers(Optional.of(folder.resolve('kept')))
    def inquiry = new Inquiry(answers, freshness, { environment[it] }, folder)
    def sources = { SourceCatalog.load(DiscoverySpec.classLoader) }
    new InventoryLoader(vault, new Discovery(sources, new Plain(vault, templates), templates, inquiry, { remembered << it }))
  }

  private static Object value(Inventory inventory, String host, String name) {
    plain(inventory.host(host).get().vars()[name].value())
  }

  private static Object plain(Object value) {
    value instanceof Verbatim ? value.text() : value instanceof Map ? value.collectEntries { [it.key, plain(it.value)] } : value
  }
}
