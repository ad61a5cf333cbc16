package kit.run

import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern
import kit.data.Json
import org.yaml.snakeyaml.Yaml

/**
 * The cases of bench/twin, carried out by kit on a test host, leave what they left on a twin host when
 * Ansible did them, as bench/twin/run --freeze has written it down; and kit finds nothing to do then.
 */
abstract class TwinSpec extends HostSpec {

  /** Differences of these cases are meant; for each the file tells why. */
  protected void same(String engine, String host, int meant) {
    def file = { Files.readString(Path.of("../bench/twin/$engine/$it")) }
    def cases = new Yaml().load(own(file('cases.yml'))).cases as List<Map>
    def frozen = Json.tryRead(Files.readString(Path.of("src/test/resources/twin/${engine}.json"))) as Map<String, Object>
    site.write('cases.yml', own(file('cases.yml')))
    site.write('site.groovy', file('site.groovy'))
    site.hosts('[twin]', line(host))
    def shell = file('host.sh')
    on(host, "$shell\nbegin || exit\nsetup <<'TWIN'\n${cases*.setup.findAll()*.trim().join('\n')}\nTWIN\n")
    assert cases.size() >= 30 && frozen.keySet() == cases*.id as Set

    try {
      def first = site.kit('run', '-i', site.inventory, site.playbook as String, '-o', 'json')
      def logins = cases.collectMany { (it.login ?: [:]).collect { who, word -> "login '$who' '${word.replace("'", "'\\''")}'" } }
      def left = on(host, "$shell\ndump || exit\n${logins.join('\n')}\n").readLines() as Set
      def second = site.kit('run', '-i', site.inventory, site.playbook as String, '-o', 'json')

      assert first.code == 0: first
      assert cases.findAll { states(left, it.id) != expected(frozen[it.id]) }.collect { [it.id, states(left, it.id), expected(frozen[it.id])] } == []
      assert frozen.count { it.value instanceof Map } == meant
      assert cases.findAll { it.differs as boolean != frozen[it.id] instanceof Map } == []
      assert second.code == 0 && second.calls.findAll { it.status != 'ok' } == []
      assert second.calls.size() >= cases.size()
    } finally {
      on(host, "$shell\nend")
    }
  }

  /** What is not on hosts of our own is called otherwise here. */
  protected String own(String text) { text }

  protected String line(String host) { hosts.line([:], host, 'root') }

  protected String on(String host, String script) { hosts.on(host, script) }

  private static Set<String> states(Set<String> lines, String id) {
    lines.findAll { it =~ /(?<![A-Za-z0-9])${Pattern.quote(id)}(?![A-Za-z0-9])/ } as Set
  }

  private static Set<String> expected(frozen) { (frozen instanceof Map ? frozen.kit : frozen) as Set }
}
