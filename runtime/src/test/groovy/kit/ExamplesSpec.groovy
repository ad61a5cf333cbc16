package kit

import java.nio.file.Files
import java.nio.file.Path
import javax.tools.ToolProvider
import kit.catalog.ModuleCatalog
import kit.model.Flow
import kit.model.HostSession
import kit.model.Invocation
import kit.model.KitException
import kit.script.PlaybookCheck
import kit.script.PlaybookLoader
import kit.spi.Result
import spock.lang.Specification
import spock.lang.TempDir

/** Every example in Javadoc and in the README is read, checked and run for a host that notes its calls. */
class ExamplesSpec extends Specification {

  static final ModuleCatalog CATALOG = ModuleCatalog.load(ExamplesSpec.classLoader)
  static final Path ROOT = Path.of('..').toRealPath()
  static final Map<String, Object> VARIABLES = [
    port: 8080, sites: ['shop'], site: 'shop', version: '1.2', user: 'deploy', name: 'x', item: 'x', host: 'web1',
    password: 'x', release: 'x', backend: [host: 'b', port: 1], users: ['a'], hash: 'x', domain: 'example.org',
    token: 'x', passwordHash: 'x', bootstrap: 'x', sum: 'x', checksum: 'x']

  @TempDir
  Path folder

  def "the manual of #module has examples that work: #example"() {
    expect:
    calls("play('p') { hosts 'all'; handler('reload nginx') { }; handler('restart sshd') { }; task('t') {\n$example\n} }") >= 1

    where:
    [module, example] << CATALOG.names().collectMany { name ->
      CATALOG.find(name).orElseThrow().doc().examples().collect { [name, it] }
    }
  }

  def "every module has an example"() {
    expect:
    CATALOG.names().every { CATALOG.find(it).orElseThrow().doc().examples() }
  }

  def "the README's playbook works"() {
    given:
    def blocks = blocks('groovy')

    expect:
    blocks.size() == 1
    calls(blocks[0]) == 4
  }

  def "the example of docs/sql.md works"() {
    given:
    def example = (Files.readString(ROOT.resolve('docs/sql.md')) =~ /(?s)```groovy\n(.*?)```/)[0][1]

    expect:
    calls("play('p') { hosts 'all'; task('t') {\n$example\n} }") == 2
  }

  def "the README's mistake gets the message that the README shows"() {
    given:
    def wrong = blocks('groovy')[0].replace("apt name: ['nginx-light'", "apt nmae: ['nginx-light'")

    when:
    new PlaybookCheck(CATALOG).check(loader().load(wrong, 'site.groovy'), [] as Set, true)
      .each { throw new KitException(it) }

    then:
    def e = thrown(KitException)
    def shown = Files.readString(ROOT.resolve('README.md'))
    shown.contains("${e.problems()[0].location()}: ${e.problems()[0].message()}")
    shown.contains(e.problems()[0].hint())
  }

  def "the README's module compiles against the contract"() {
    given:
    def source = blocks('java')[0]
    def file = folder.resolve('Motd.java')
    Files.writeString(file, 'import kit.query.*;\nimport kit.spi.*;\nimport kit.spi.Module;\n' + source)
    def out = new ByteArrayOutputStream()

    expect:
    def arguments = ['-proc:none', '-d', "$folder", '-cp', System.getProperty('java.class.path'), "$file"] as String[]
    ToolProvider.systemJavaCompiler.run(null, out, out, arguments) == 0 || { throw new AssertionError(out) }()
  }

  private static List<String> blocks(String language) {
    (Files.readString(ROOT.resolve('README.md')) =~ /(?s)```$language\n(.*?)```/).collect { it[1] }
  }

  private static PlaybookLoader loader() { new PlaybookLoader(CATALOG, Optional.empty()) }

  /** Runs the bodies; how many module calls they made. */
  private static int calls(String text) {
    def loaded = loader().load(text, 'example.groovy')
    def problems = new PlaybookCheck(CATALOG).check(loaded, VARIABLES.keySet(), true)
    assert problems.empty
    int count = 0
    def result = [status: { Result.Status.OK }, changed: { false }, complete: { true },
      values: { [queryResult: [[n: '0']], rc: 0, jid: 'a' * 32, finished: true, stdout: 'x', stderr: '', stat: [exists: true], content: '', text: 'x', matched: 1, facts: [network: [default: [address: '192.0.2.1']]], files: [], dest: 'x', path: '/x', before: 'a', after: 'b'] }] as Result
    loaded.playbook().plays().each { play ->
      def all = VARIABLES + play.vars()
      def session = [
        host: { 'web1' }, groups: { ['web'] }, has: { all.containsKey(it) },
        variable: { name, where -> all[name] },
        facts: { [os: [family: 'Debian', name: 'debian', codename: 'bookworm'], hostname: 'web1', memory: [total: 100], cpu: [count: 2]] },
        call: { Invocation it -> count++; result },
        moduleDefaults: { [:] },
        once: { where, body -> body.get() },
        print: { s, where -> }] as HostSession
      play.tasks().each { it.body().run(session) }
    }
    count
  }
}
