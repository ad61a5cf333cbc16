package kit.run

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Filters that users write, filters in bodies, and {@code kit render}. */
class FiltersSpec extends Specification {

  static final DKIM = '''
    /** The value of a TXT record for a public key in PEM, in strings that DNS takes. */
    def dkimRecord(Map named = [:], String pem) {
      def key = pem.readLines().findAll { !it.startsWith('-----') }.join('')
      def record = "v=DKIM1; k=${named.kind ?: 'rsa'}; p=$key"
      record.toList().collate(255).collect { '"' + it.join('') + '"' }.join(' ')
    }
    def shout(value, int times = 1) { value.toString().toUpperCase() + '!' * times }
  '''
  static final PEM = "-----BEGIN PUBLIC KEY-----\n${'A' * 64}\n${'B' * 64}\n-----END PUBLIC KEY-----\n"

  @TempDir Path temp
  Site site

  def setup() {
    site = new Site(temp, 'localhost,').hosts('localhost ansible_connection=local')
    site.write('filters/mail.groovy', DKIM)
  }

  private List<String> lines(String playbook) {
    def ran = site.run(playbook, '-o', 'json')
    assert ran.code == 0: ran
    ran.events.findAll { it.event == 'printed' }*.text
  }

  private Ran render(String template, String... more) {
    site.kit('render', site.write('x.j2', template) as String, *more)
  }

  def 'renders #template'() {
    expect:
    render(template, *more).out == out

    where:
    template                                       | more                     || out
    'plain\n'                                      | []                       || 'plain\n'
    '{{ a }} {{ a | int + 1 }}'                    | ['-e', 'a=5']            || '5 6'
    '{{ "x" | shout }} {{ "x" | shout(2) }}\n'     | []                       || 'X! X!!\n'
    '{{ ["x", "y"] | map("shout", 2) | join }}'    | []                       || 'X!!Y!!'
    '{{ pem | dkim_record }}'                      | ['-e', "{\"pem\": \"${PEM.replace('\n', '\\n')}\"}"] || "\"v=DKIM1; k=rsa; p=${'A' * 64}${'B' * 64}\""
    '{{ "k" | dkimRecord(kind="ed25519") }}'       | []                       || '"v=DKIM1; k=ed25519; p=k"'
  }

  def 'renders with the variables of a host, of files and of a role'() {
    given:
    site.write('group_vars/all.yml', 'a: group\nb: group\n')
    site.write('more.json', '{"b": "file"}')
    site.write('roles/r/defaults/main.yml', 'a: default\nc: default\n')
    site.write('roles/r/filters/f.groovy', 'def mine(x) { "<$x>" }')
    def template = site.write('roles/r/templates/t.j2', '{{ a }} {{ b }} {{ c | mine }}')

    expect:
    site.kit('render', template as String, '-i', site.inventory, '--host', 'localhost', '-e', "@$temp/more.json").out ==
      'group file <default>'
  }

  def 'tells what is wrong with #template'() {
    when:
    def ran = render(template, *more)

    then:
    ran.code != 0
    ran.out == ''
    ran.err.contains(says)

    where:
    template                | more                     || says
    'a\n{{ b }}'            | []                       || "x.j2:2: 'b' has no value"
    '{{ 1 | nofilter }}'    | []                       || 'nofilter'
    '{{ 1 | dkim_record }}' | []                       || 'the filter dkim_record failed: '
    'x'                     | ['-i', 'a,']             || 'on which host?'
    'x'                     | ['-i', 'a,', '--host', 'b'] || "no host is called 'b'"
  }

  def 'a filter file that does not compile is told with its line'() {
    given:
    site.write('filters/bad.groovy', 'def x( {\n')

    expect:
    render('{{ 1 | mine }}').err.contains('filters/bad.groovy:1')
  }

  def 'filters are methods in bodies'() {
    expect:
    lines("""play('p') { hosts 'all'
      vars data: [a: [1, 2]]
      task('t') {
        println filters.toNiceYaml(data).trim()
        println filters.shout('x', 3)
        println filters.b64encode('kit')
        println filters.call('combine', [[a: [b: 1]], [a: [c: 2]]], [recursive: true])
        println([1, 2].join(','))
      } }""") == ['a:\n- 1\n- 2', 'X!!!', 'a2l0', '[a:[b:1, c:2]]', '1,2']
  }

  def 'a filter that is not there fails the task with its place'() {
    when:
    def ran = site.run("play('p') { hosts 'all'; task('t') { println filters.nothing(1) } }")

    then:
    ran.code != 0
    ran.text.contains("there is no filter 'nothing'")
    ran.text.contains('site.groovy:1')
  }

  def 'a role has filters of its own'() {
    given:
    site.write('roles/r/filters/f.groovy', 'def mine(x) { "<$x>" }')
    site.write('roles/r/defaults/main.yml', 'v: "{{ 1 | mine }}"\n')
    site.write('roles/r/tasks/main.groovy', 'task("t") { println v + filters.mine(2) }')

    expect:
    lines("play('p') { hosts 'all'; role 'r' }") == ['<1><2>']
  }
}
