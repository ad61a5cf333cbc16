package kit.cli

import kit.cli.terminal.Screen

import java.nio.file.Files
import java.nio.file.Path
import kit.data.Json
import spock.lang.Specification
import spock.lang.TempDir

class WhyCommandSpec extends Specification {

  @TempDir Path temp
  def out = new ByteArrayOutputStream()
  def err = new ByteArrayOutputStream()

  def setup() {
    file('hosts', '[web]\nweb1 ansible_password=geheim\n[all:vars]\nhttp_port=8000\n')
    file('group_vars/web.yml', '''\
      base: 8000
      http_port: 80
      app: {name: shop, ports: [1, 2], deep: {x: 1}}
      one: "{{ two }}"
      two: "{{ one }}"
      '''.stripIndent())
    file('host_vars/web1.yml', '''\
      http_port: "{{ base + 80 }}"
      app: {name: "{{ base }}", ports: [3]}
      secret: !vault |
        $ANSIBLE_VAULT;1.1;AES256
        6162
      '''.stripIndent())
    file('site.groovy', '''\
      play('One') { hosts 'web'; vars http_port: 9; task('x') { debug 'x' } }
      play('Two') { hosts 'all'; task('x') { debug 'x' } }
      play('Three') { hosts 'localhost'; task('x') { debug 'x' } }
      '''.stripIndent())
  }

  def "shows the value that counts and those it beats, as written and as they come out"() {
    expect:
    why('http_port') == 0
    said() == '''\
      http_port of web1 is 8080
        host_vars/web1.yml:1:1  host  {{ base + 80 }}  = 8080
      which beats
        group_vars/web.yml:2:1  group web  80
        hosts:4:1  group all  8000
      '''.stripIndent()
  }

  def "counts extra variables and the variables of the plays of a playbook"() {
    when:
    why('http_port', '-e', 'http_port=1')

    then:
    lines()[0..1] == ['http_port of web1 is 1', '  -e  extra variables  1']

    when:
    out.reset()
    why('http_port', "$temp/site.groovy")

    then:
    lines().findAll { it.startsWith('http_port') } ==
        ["http_port of web1 in 'One' is 9", "http_port of web1 in 'Two' is 8080"]
    lines()[1] == '  site.groovy:1:1  play  9'
  }

  def "tells what a role of the playbook gives, and what its use says"() {
    given:
    file('roles/shop/tasks/main.groovy', 'task("t") { debug "x" }')
    file('roles/shop/defaults/main.yml', 'stock: 1\nhttp_port: 1\n')
    file('site.groovy', "play('One') { hosts 'web'; role 'shop', stock: 5 }\n")

    when:
    why('stock', "$temp/site.groovy")

    then:
    said().contains('stock of web1 in')
    said().contains(' is 5\n')
    said().readLines().last().trim() == 'roles/shop/defaults/main.yml:1:1  role defaults of shop  1'

    when:
    out.reset()
    why('http_port', "$temp/site.groovy")

    then:
    said().contains('host_vars/web1.yml:1:1  host  {{ base + 80 }}  = 8080')
    said().readLines().last().trim() == 'roles/shop/defaults/main.yml:2:1  role defaults of shop  1'
  }

  def "looks into maps and lists: #path is #first"() {
    expect:
    why(path) == code
    lines()[0] == "$path of web1 $first"
    lines()[-1].trim() == last

    where:
    path          || code | first          | last
    'app.name'    || 0    | 'is 8000'      | 'group_vars/web.yml:3:1  group web  shop'
    'app.ports.0' || 0    | 'is 3'         | 'group_vars/web.yml:3:1  group web  1'
    'app.deep.x'  || 1    | 'has no value' | 'group_vars/web.yml:3:1  group web  1'
  }

  def "a circle is told as a chain"() {
    expect:
    why('one') == 1
    lines()[1].contains("'one' needs itself: one (group_vars/web.yml:4:1) -> two (group_vars/web.yml:5:1) -> one")
  }

  def "#name is not shown"() {
    expect:
    why(name) == 0
    lines()[0] == "$name of web1 is ******"
    !out.toString().contains('geheim')

    where:
    name << ['secret', 'ansible_password']
  }

  def "names that kit sets say so"() {
    expect:
    why('group_names') == 0
    lines() == ['group_names of web1 is ["web"]', '  set by kit itself; nothing can change it']
  }

  def "JSON holds all of it"() {
    when:
    why('http_port', '-o', 'json')
    def told = Json.tryRead(out.toString())

    then:
    told.value == 8080
    told.from*.layer == ['host', 'group web', 'group all']
    told.from[0].written == '{{ base + 80 }}'
    told.from[0].place - "$temp/" == 'host_vars/web1.yml:1:1'
  }

  def "#line is answered with #hint"() {
    expect:
    kit(*line.split(' ')) == 5
    err.toString().readLines() == ["kit: $message" as String, "    $hint" as String]

    where:
    line                            || message                                       | hint
    'http_prot --host web1'         || "nothing sets 'http_prot' for web1"           | "did you mean 'http_port'?"
    'ansible_kernel --host web1'    || "nothing sets 'ansible_kernel' for web1"      | 'facts come from the host itself: kit facts web1'
    'zzzzzzzzz --host web1'         || "nothing sets 'zzzzzzzzz' for web1"           | 'kit inventory host web1 shows what is set'
    'http_port'                     || 'on which host?'                              | 'say: kit why http_port --host HOST'
  }

  private int why(Object... words) { kit(words[0], '--host', 'web1', *words.drop(1)) }

  private int kit(Object... words) {
    def screen = new Screen(new PrintStream(out, true, 'UTF-8'), new PrintStream(err, true, 'UTF-8'), [:], '', 0)
    new Main(screen).run('why', '-i', "$temp/hosts".toString(), *(words*.toString()))
  }

  private List<String> lines() { said().readLines() }

  /** What was said, with paths as seen from the project. */
  private String said() { out.toString().replace("$temp/", '').replaceAll(/(?m)^(  \S+) {2,}(?=host  |group )/, '$1  ') }

  private Path file(String name, String text) {
    def file = temp.resolve(name)
    Files.createDirectories(file.parent)
    Files.writeString(file, text)
  }
}
