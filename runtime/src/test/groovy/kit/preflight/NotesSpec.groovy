package kit.preflight

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What was found right once is not looked at again, unless something has changed. */
class NotesSpec extends Specification {

  @TempDir Path temp
  @TempDir Path cache

  def setup() {
    write('hosts', 'web1\n')
    write('group_vars/all.yml', 'port: 80\n')
    write('files/motd', 'x\n')
    write('templates/t.j2', "{% include 'part.j2' %}{{ port }}\n")
    write('templates/part.j2', '{{ port }}\n')
    write('site.groovy', '''\
      play('Site') {
        hosts 'web1'
        task('T') {
          template src: 't.j2', dest: '/t'
          copy src: 'motd', dest: '/etc/motd'
        }
      }
      '''.stripIndent())
    assert said() == []
  }

  def "nothing has changed"() {
    expect:
    notes().size() == 1
    said() == []
  }

  def "#what is found at the second start"() {
    when:
    Files.deleteIfExists(temp.resolve(name))
    if (text != null) write(name, text)

    then:
    said() == [message]

    where:
    what                             | name                 | text                    || message
    'a mistake in a template'        | 'templates/t.j2'     | "{{ port | uper }}\n"   || "templates/t.j2:1:11: there is no filter 'uper'"
    'a mistake in an included one'   | 'templates/part.j2'  | '{{ prot }}\n'          || "templates/part.j2:1:4: nothing gives 'prot' a value"
    'an included one that is gone'   | 'templates/part.j2'  | null                    || "templates/t.j2:1:12: there is no template 'part.j2'"
    'a template that is gone'        | 'templates/t.j2'     | null                    || "site.groovy:4:14: template: there is no file 't.j2'"
    'a file that is gone'            | 'files/motd'         | null                    || "site.groovy:5:10: copy: there is no file 'motd'"
    'a variable that is gone'        | 'group_vars/all.yml' | 'prot: 80\n'            || "templates/t.j2:1:27: nothing gives 'port' a value"
  }

  def "notes that are damaged are as none"() {
    given:
    notes().each { Files.writeString(it, 'damaged') }

    expect:
    said() == []
    Files.size(notes()[0]) > 20
  }

  def "a mistake is not noted as right"() {
    given:
    write('templates/part.j2', '{{ 1 | uper }}\n')

    expect:
    said() == said()
    said().size() == 1
  }

  private List<Path> notes() {
    Files.list(cache.resolve('kit/right')).withCloseable { it.toList() }
  }

  private List<String> said() {
    Offline.of([XDG_CACHE_HOME: "$cache" as String], temp).err.readLines().findAll { it =~ /^\S+:\d+:\d+: / }
  }

  private void write(String name, String text) {
    def file = temp.resolve(name)
    Files.createDirectories(file.parent)
    Files.writeString(file, text)
  }
}
