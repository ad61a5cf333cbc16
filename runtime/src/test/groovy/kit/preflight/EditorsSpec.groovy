package kit.preflight

import java.nio.file.Files
import java.nio.file.Path
import kit.data.Json
import spock.lang.Specification
import spock.lang.TempDir

/** {@code kit check --offline -o json} is one array, whatever happens. */
class EditorsSpec extends Specification {

  @TempDir Path temp

  def "each mistake is an object with its place, its end and its kind"() {
    given:
    write('hosts', 'web1\n')
    write('site.groovy', '''\
      play('Site') {
        hosts 'web1'
        task('T', tags: 'a') {
          apt nmae: 'nginx'
          file path: '/srv', mode: 755
          ping notify: 'reload nginx'
          debug msg: "say $prot"
          template src: 't.j2', dest: '/t'
        }
      }
      '''.stripIndent())
    write('templates/t.j2', 'a\n{{ 1 | uper }}\n')
    write('arguments.txt', '--tags b')

    when:
    def told = Offline.of(temp, '-o', 'json')

    then:
    told.code == 1
    told.out.readLines().size() == 1
    objects(told).collect { [it.file, it.line, it.column, it.endColumn, it.severity, it.code] } == [
      ['site.groovy', 4, 9, 13, 'error', 'unknown-argument'],
      ['site.groovy', 5, 30, 33, 'error', 'wrong-value'],
      ['site.groovy', 6, 10, 16, 'error', 'unknown-handler'],
      ['site.groovy', 7, 22, 26, 'error', 'unknown-variable'],
      ['--tags', 0, 0, null, 'error', 'unknown-tag'],
      ['templates/t.j2', 2, 8, 12, 'error', 'template']]
    objects(told)[0].message == "apt has no argument 'nmae'"
    objects(told)[0].hint == "did you mean 'name'? (kit doc apt)"
    objects(told)*.keySet().flatten() as Set ==
      ['file', 'line', 'column', 'endColumn', 'severity', 'message', 'hint', 'code'] as Set
    told.err.readLines()[0] == "site.groovy:4:9: apt has no argument 'nmae'"
  }

  def "nothing wrong is an empty array"() {
    given:
    write('hosts', 'web1\n')
    write('site.groovy', "play('Site') { hosts 'web1'; task('T') { ping() } }\n")

    when:
    def told = Offline.of(temp, '-o', 'json')

    then:
    told.code == 0
    told.out == '[]\n'
    told.err == ''
  }

  def "what should be known only is a warning"() {
    given:
    write('hosts', 'web1\n')
    write('site.groovy', "play('Site') { hosts 'web1'; task('T') { debug msg: port } }\n")
    write('group_vars/all.yml', 'port: 80\nport: 81\n')

    when:
    def told = Offline.of(temp, '-o', 'json')

    then:
    told.code == 0
    told.err == "warning: group_vars/all.yml:2:1: 'port' is written twice; the last one counts\n"
    objects(told) == [[file: 'group_vars/all.yml', line: 2, column: 1, endColumn: 5, severity: 'warning',
      message: "'port' is written twice; the last one counts", hint: '', code: 'other']]
  }

  def "what cannot even be read is told as well: #what"() {
    given:
    write('hosts', hosts)
    write('site.groovy', playbook)

    when:
    def told = Offline.of(temp, '-o', 'json')

    then:
    told.code == 1
    objects(told).collect { [it.file, it.line, it.code] } == problems

    where:
    what               | hosts      | playbook                       || problems
    'a broken playbook' | 'web1\n'  | "play('Site') {\n"             || [['site.groovy', 1, 'syntax']]
    'a broken inventory' | '[web\n' | "play('Site') { hosts 'web' }\n" || [['hosts', 1, 'other']]
    'both'             | '[web\n'   | "play('Site') {\n"             || [['hosts', 1, 'other'], ['site.groovy', 1, 'syntax']]
  }

  private static List<Map> objects(Offline told) {
    Json.tryRead(told.out) as List<Map>
  }

  private void write(String name, String text) {
    def file = temp.resolve(name)
    Files.createDirectories(file.parent)
    Files.writeString(file, text)
  }
}
