package kit.vars

import java.nio.file.Files
import java.nio.file.Path
import kit.data.Setting
import kit.inventory.Inventory
import kit.inventory.InventoryLoader
import kit.model.KitException
import kit.model.Location
import kit.model.Role
import kit.model.RoleFiles
import kit.model.RoleValues
import kit.template.Templates
import kit.vault.Vault
import spock.lang.Specification
import spock.lang.TempDir

class VariablesSpec extends Specification {
  static final Location HERE = new Location('site.groovy', 7, 3)

  @TempDir Path folder

  def 'lets the layer #layer win over everything weaker'() {
    given:
    file('hosts', "[web]\nw1 ${on(4, 'x=host')}\n[web:vars]\n${on(3, 'x=groups')}\n[all:vars]\n${on(2, 'x=all')}")
    HostVars vars = variables('hosts', upTo >= 10 ? ['x=extra'] : []).host('w1')

    when:
    upTo < 5 ?: vars.enter(play(x: 'play'))
    upTo < 6 ?: vars.set('x', 'runtime', HERE)
    upTo < 1 ?: vars.enter(role('defaults', upTo < 7 ? null : 'vars', upTo < 8 ? null : 'parameters'))
    upTo < 9 ?: vars.push([x: 'lexical'], HERE)

    then:
    vars.get('x') == value
    vars.candidates('x')*.layer() == Layer.values()[0..<upTo].reverse()

    where:
    upTo | value
    1    | 'defaults'
    2    | 'all'
    3    | 'groups'
    4    | 'host'
    5    | 'play'
    6    | 'runtime'
    7    | 'vars'
    8    | 'parameters'
    9    | 'lexical'
    10   | 'extra'
    layer = Layer.values()[upTo - 1]
    on = { from, text -> upTo >= from ? text : '' }
  }

  private static RoleScope role(Object defaults, Object constants, Object said) {
    def map = { it == null ? [:] : [x: new Setting(it, HERE)] }
    def parameters = said == null ? [:] : [x: said]
    def role = new Role('r', 'r', Path.of('r'), HERE, new RoleFiles('main', 'main', 'main'), [:],
      new RoleValues(parameters, false, [:]), [], Optional.empty(), false)
    new RoleScope(role, map(defaults), map(constants), [:])
  }

  def 'puts values over one another where they say so: #why'() {
    given:
    file('hosts', '[web]\nw1')
    file('group_vars/all.yml', "x: $all\none: 1\n")
    file('group_vars/web.yml', "x: $web\n")
    file('host_vars/w1.yml', "x: $own\n")

    expect:
    variables('hosts').host('w1').get('x') == value

    where:
    why            | all                 | web                        | own                     || value
    'maps'         | '{a: {b: 1}, c: 1}' | '!merge {a: {d: 2}}'       | '!merge {c: "{{ one }}"}' || [a: [b: 1, d: 2], c: 1]
    'lists'        | '[1]'               | '!append [2]'              | '!append ["{{ one }}"]' || [1, 2, 1]
    'hides below'  | '[1]'               | '[2]'                      | '!append [3]'           || [2, 3]
    'hidden'       | '[1]'               | '!append [2]'              | '[3]'                   || [3]
  }

  def 'refuses to put #own over #all'() {
    given:
    file('hosts', 'w1')
    file('group_vars/all.yml', "x: $all\n")
    file('host_vars/w1.yml', "x: $own\n")

    when:
    variables('hosts').host('w1').get('x')

    then:
    def e = thrown(KitException)
    e.message.contains(message)

    where:
    all        | own                  || message
    '1'        | '!append [1]'        || "'x' cannot be put over the value below it"
    '{a: 1}'   | '!append [1]'        || "'x' cannot be put over the value below it"
    '[1]'      | '!merge {a: 1}'      || "'x' cannot be put over the value below it"
    '{a: 1}'   | '{a: !merge {b: 1}}' || '!merge and !append are for the whole value of a variable'
    '[1]'      | '!merge [1]'         || 'the tag !merge is not known'
  }

  def 'knows where #name was written'() {
    given:
    file('hosts', '[web]\nw1  a=1\n')
    file('group_vars/web.yml', '---\nb: 1\n\nc:\n  d: 2\n')
    HostVars vars = variables('hosts').host('w1')

    expect:
    vars.origin(name).map { it.toString() - "$folder/" }.orElse('none') == place

    where:
    name || place
    'a'  || 'hosts:2:5'
    'b'  || 'group_vars/web.yml:2:1'
    'c'  || 'group_vars/web.yml:4:1'
    'e'  || 'none'
  }

  def 'keeps the type of #text'() {
    given:
    file('hosts', 'w1')
    file('host_vars/w1.yml', "n: 80\nl: [1, a]\nm: {k: {v: true}}\nz: null\nx: $text\n")

    expect:
    variables('hosts').host('w1').get('x') == value

    where:
    text                        || value
    '"{{ n }}"'                 || 80
    '"{{ l }}"'                 || [1, 'a']
    '"{{ m.k }}"'               || [v: true]
    '"{{ l[1] }}"'              || 'a'
    '"port {{ n }}"'            || 'port 80'
    '"{{ m.k.v }} {{ l }}"'     || "True [1, 'a']"
    '"[{{ z }}]"'               || '[]'
    '"{{ n + 1 }}"'             || 81
    '["{{ n }}", {a: "{{ l }}"}]' || [80, [a: [1, 'a']]]
    '!unsafe "{{ n }}"'         || '{{ n }}'
    '"{{ nosuch | default(n) }}"' || 80
    '"{{ inventory_hostname }}"' || 'w1'
  }

  def 'never renders what came from a host'() {
    given:
    file('hosts', 'w1')
    file('host_vars/w1.yml', 'shown: "got {{ answer }}"\nraw: "{{ answer }}"\nlong: "{% if true %}{{ answer }}{% endif %}"')
    HostVars vars = variables('hosts').host('w1')

    when:
    vars.set('answer', '{{ inventory_hostname }}', HERE)

    then:
    vars.get('answer') == '{{ inventory_hostname }}'
    vars.get('shown') == 'got {{ inventory_hostname }}'
    vars.get('raw') == '{{ inventory_hostname }}'
    vars.get('long') == '{{ inventory_hostname }}'
  }

  def 'shows the circle that a value runs in'() {
    given:
    file('hosts', 'w1')
    file('host_vars/w1.yml', 'a: "{{ b }}"\nb: "x{{ c }}"\nc: "{% if a %}{% endif %}"\n')

    when:
    variables('hosts').host('w1').get('a')

    then:
    KitException e = thrown()
    String file = "$folder/host_vars/w1.yml"
    e.message == "$file:1:1: 'a' needs itself: a ($file:1:1) -> b ($file:2:1) -> c ($file:3:1) -> a" +
        ' (break the circle, for example with another name)'
  }

  def 'reports the unknown #name where it is read'() {
    given:
    file('hosts', 'w1 http_port=80')
    file('host_vars/w1.yml', 'url: "http://{{ http_prot }}"\nsite: {name: x}\nnick: "{{ site.nmae }}"\n')

    when:
    variables('hosts').host('w1').get(name, HERE)

    then:
    KitException e = thrown()
    e.message - "$folder/" == message

    where:
    name     || message
    'htpport' || "site.groovy:7:3: 'htpport' has no value (did you mean 'http_port'?)"
    'url'    || "host_vars/w1.yml:1: 'http_prot' has no value (did you mean 'http_port'?)"
    'nick'   || "host_vars/w1.yml:3: 'site' has no 'nmae' (did you mean 'name'?)"
  }

  def 'reads only the files of groups and hosts in use'() {
    given:
    file('hosts', '[web]\nw1\n[db]\nd1')
    file('group_vars/db.yml', 'broken: [')
    file('group_vars/web.yml', 'x: 1')
    Variables variables = variables('hosts')

    expect:
    variables.host('w1').get('x') == 1

    when:
    variables.host('d1').get('x')

    then:
    KitException e = thrown()
    e.problems()[0].location().file().endsWith('group_vars/db.yml')
  }

  def 'reads the variables of other hosts, but not what surrounds their tasks'() {
    given:
    file('hosts', 'a ip=10.0.0.1\nb peer="{{ hostvars[\'a\'].ip }}" seen="{{ hostvars[\'a\'].name }}"')
    file('group_vars/all.yml', 'name: "{{ inventory_hostname }}"')
    Variables variables = variables('hosts')
    variables.host('a').push([ip: 'task'], HERE)
    variables.host('a').set('out', 1, HERE)

    expect:
    variables.host('b').get('peer') == '10.0.0.1'
    variables.host('b').get('seen') == 'a'
    variables.host('a').published().out == 1
    variables.host('a').get('ip') == 'task'
  }

  def 'keeps for a queued call what surrounded it'() {
    given:
    file('hosts', 'w1')
    HostVars vars = variables('hosts').host('w1')
    vars.push([item: 'first'], HERE)
    Scope queued = vars.captured()
    vars.pop()
    vars.push([item: 'second'], HERE)

    expect:
    queued.get('item', HERE) == 'first'
    vars.get('item') == 'second'
  }

  def 'warns if only the alphabet decides between two groups'() {
    given:
    file('hosts', "[a]\nh\n[b]\nh\n[a:vars]\nx=1\ny=1\n$more\n[b:vars]\nx=$other\n")
    Variables variables = variables('hosts')

    when:
    variables.host('h').get('x')

    then:
    variables.warnings().size() == warned
    warned == 0 || variables.warnings()[0].startsWith("the groups 'b' and 'a' disagree on x: ")

    where:
    other | more                        || warned
    '2'   | ''                          || 1
    '1'   | ''                          || 0
    '2'   | 'ansible_group_priority=10' || 0
  }

  def 'does not let anyone set #name'() {
    given:
    file('hosts', 'w1')

    when:
    variables('hosts').host('w1').set(name, 'x', HERE)

    then:
    thrown(KitException)

    when:
    variables('hosts').host('w1').push([(name): 'x'], HERE)

    then:
    KitException pushed = thrown()
    pushed.problems()[0].location() == HERE
    pushed.problems()[0].message() == "'$name' is set by kit and cannot be changed"

    when:
    ExtraVars.parse(["$name=x".toString()], new Vault([]))

    then:
    thrown(KitException)

    where:
    name << ['inventory_hostname', 'groups', 'hostvars', 'group_names']
  }

  def 'a name that kit sets is ignored in inventories and files, with a warning'() {
    given:
    file('hosts', 'w1')
    file('host_vars/w1.yml', 'a: 1\ngroups: none\n')
    Variables variables = variables('hosts')

    expect:
    variables.host('w1').get('a') == 1
    variables.host('w1').get('groups').keySet() == ['all', 'ungrouped'] as Set
    variables.warnings() == ["$folder/host_vars/w1.yml:2:1: 'groups' is set by kit; this value is ignored" as String]
  }

  def 'reads variables in Groovy, after those in other formats, with their lines'() {
    given:
    file('hosts', '[web]\nw1\n')
    file('group_vars/web.yml', 'port: 1\nkeep: yes\n')
    file('group_vars/web.groovy', """\
      def base = 8000
      port = base + 80
      names = (1..2).collect { "web\$it" }
      vars url: "http://x:\$port/", later: '{{ keep }}'
      """.stripIndent())
    file('host_vars/w1/a.groovy', 'mine = [a: 1]\n')

    when:
    HostVars vars = variables('hosts').host('w1')

    then:
    vars.get('port') == 8080
    vars.get('names') == ['web1', 'web2']
    vars.get('url') == 'http://x:8080/'
    vars.get('later') == true
    vars.get('mine') == [a: 1]
    !vars.has('base')
    vars.origin('url').get().toString() - "$folder/" == 'group_vars/web.groovy:4'
    vars.origin('port').get().toString() - "$folder/" == 'group_vars/web.groovy:2'
  }

  def 'says where a file of variables in Groovy is wrong: #text'() {
    given:
    file('hosts', 'w1')
    file('host_vars/w1.groovy', text)

    when:
    variables('hosts').host('w1').get('x')

    then:
    KitException e = thrown()
    e.problems()[0].location().toString() - "$folder/" == where
    e.problems()[0].message() == message

    where:
    text              || where                    | message
    'x = 1\ny = z'    || 'host_vars/w1.groovy:2'  | "'z' is not defined"
    'x 1\nvras a: 1'  || 'host_vars/w1.groovy:1'  | "'x' is not known here"
    'x = 1 / 0'       || 'host_vars/w1.groovy:1'  | 'Division by zero'
  }

  private Path file(String name, String text) {
    Path file = folder.resolve(name)
    Files.createDirectories(file.parent)
    Files.writeString(file, text)
  }

  private Variables variables(String source, List<String> extra = []) {
    Vault vault = new Vault([])
    Inventory inventory = new InventoryLoader(vault).load([folder.resolve(source).toString()])
    new Variables(inventory, Optional.empty(), ExtraVars.parse(extra, vault), vault, new Templates())
  }

  private static PlayScope play(Map vars) {
    new PlayScope(vars.collectEntries { k, v -> [(k): new Setting(v, HERE)] }, [], [], [], false, false)
  }
}
