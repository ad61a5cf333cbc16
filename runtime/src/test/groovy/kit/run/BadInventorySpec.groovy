package kit.run

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What is wrong before any host is contacted. */
class BadInventorySpec extends Specification {

  static final PLAY = '''\
    play('P') {
      hosts 'HOSTS'
      task('T') { command 'true' }
    }
    '''.stripIndent()

  /** Root reads everything, unless it gives that right away. */
  static final WITHOUT_RIGHTS = System.getProperty('user.name') != 'root' ? []
    : ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--inh-caps=-all']

  @TempDir Path temp

  def "#what: exit #code, one message, no host contacted"() {
    given:
    def site = new Site(temp, inventory.replace('TEMP', temp as String))
    site.write('good.ini', '[web]\nweb1 ansible_port=1 ansible_host=127.0.0.1\n')
    site.write('broken.ini', '[web\nweb1\n')
    site.write('broken.yml', 'all: [\n')
    site.write('folder/nothing.bak', '')

    when:
    def ran = site.run(PLAY.replace('HOSTS', pattern), *more)

    then:
    ran.code == code
    ran.out == ''
    def told = ran.err.replace("$temp/", '').readLines()
    told[0] == message
    told.count { it ==~ /\S.*/ } <= 2
    told.size() > 1 // and what to do next
    ran.seconds < 20

    where:
    what                       | inventory         | pattern  | more                      || code | message
    'no such inventory'        | 'TEMP/nosuch.ini' | 'all'    | []                        || 1    | 'nosuch.ini: there is no such inventory'
    'a mistake in INI'         | 'TEMP/broken.ini' | 'all'    | []                        || 1    | 'broken.ini:1:1: the range has no closing bracket'
    'a mistake in YAML'        | 'TEMP/broken.yml' | 'all'    | []                        || 1    | "broken.yml:2:1: not valid YAML: expected the node content, but found '<stream end>'"
    'an inventory of nothing'  | 'TEMP/folder'     | 'all'    | []                        || 5    | "site.groovy:1:1: no host matches 'all'"
    'a pattern of nobody'      | 'TEMP/good.ini'   | 'web:!web1' | []                     || 5    | "site.groovy:1:1: no host matches 'web:!web1'"
    'an unknown group'         | 'TEMP/good.ini'   | 'wbe'    | []                        || 5    | "site.groovy:2:9: no host or group is called 'wbe'"
    'an unknown host in limit' | 'TEMP/good.ini'   | 'all'    | ['--limit', 'web2']       || 5    | "--limit: no host or group is called 'web2'"
    'a limit that leaves none' | 'TEMP/good.ini'   | 'all'    | ['--limit', 'all:!web1']  || 5    | "site.groovy:1:1: no host matches 'all'"
  }

  def "an inventory that may not be read"() {
    given:
    def site = new Site(temp, temp.resolve('closed.ini') as String)
    site.write('closed.ini', 'web1\n')
    temp.resolve('closed.ini').toFile().setReadable(false, false)

    when:
    def ran = site.start([before: WITHOUT_RIGHTS], PLAY.replace('HOSTS', 'all')).await()

    then:
    ran.code == 1
    ran.out == ''
    ran.err.readLines()[0] == "$temp/closed.ini: the file cannot be read"

    cleanup:
    temp.resolve('closed.ini').toFile().setReadable(true)
  }
}
