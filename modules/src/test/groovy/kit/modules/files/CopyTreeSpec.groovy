package kit.modules.files

import static kit.modules.Calls.make

import java.nio.file.Files
import java.nio.file.LinkOption
import java.nio.file.Path
import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.fixture.Shells
import kit.modules.Testbed
import kit.query.Checksum
import kit.query.PathStat
import kit.query.Stat as StatQuery
import kit.spi.Change
import kit.spi.Mode
import kit.spi.Plan
import kit.spi.PlanException
import kit.spi.Step
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Whole directories. */
class CopyTreeSpec extends Specification {

  static final SITE = [
    'site/index.html': 'hello\n', 'site/css/main.css': 'a{}\n', 'site/css/deep/x': 'x' * 3000, "site/it's odd\nname": 'odd',
    ('site/' + 'long' * 30 + '/' + 'name' * 20): 'long', 'site/empty': '', 'site/bin': '\u0000\u00ff'
  ]

  @TempDir Path dir

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "src '#src' becomes #place in #shell, and then nothing"() {
    given:
    def host = host(shell)
    def call = make(Copy, src: src, dest: "$dir/made/dest", mode: Mode.of('0640'), directoryMode: Mode.of('0750'))
    def before = snapshot()

    when:
    def plan = host.plan(call) as Change

    then:
    snapshot() == before
    plan.diffs().find { it.title().endsWith('/index.html') }.after() == 'hello\n'

    when:
    done(host, plan)

    then:
    def top = dir.resolve(place)
    SITE.every { name, text -> Files.readString(top.resolve(name - 'site/')) == text }
    Files.walk(top).filter { Files.isRegularFile(it) }.count() == SITE.size()
    Files.walk(dir.resolve('made')).allMatch { rights(it) == (Files.isDirectory(it) ? 0750 : 0640) }
    Files.walk(dir).noneMatch { it.fileName.toString().startsWith('.kit') }
    host.plan(call) instanceof Plan.Unchanged

    and: 'what was predicted holds'
    foretold(host, plan)

    where:
    [shell, [src, place]] << [Shells.all(), [['site', 'made/dest/site'], ['site/', 'made/dest']]].combinations()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "only what differs is sent, and what is there beside it stays, in #shell"() {
    given:
    def host = host(shell)
    def call = make(Copy, src: 'site/', dest: dir.toString())
    done(host, host.plan(call))
    Files.writeString(dir.resolve('index.html'), 'bye\n')
    Files.writeString(dir.resolve('other'), 'mine')
    Files.delete(dir.resolve('css/main.css'))
    host.sh("chown daemon:bin $dir/index.html; chmod 4711 $dir/index.html")

    when:
    def plan = host.plan(call) as Change

    then:
    plan.values().files == ['css/main.css', 'index.html'] || plan.values().files == ['index.html', 'css/main.css']
    plan.diffs().find { it.title().endsWith('/index.html') }.before() == 'bye\n'
    plan.steps().size() == 1
    plan.steps()[0].stdin().get().length == 2 * 1024 + 1024

    when:
    done(host, plan)

    then:
    Files.readString(dir.resolve('index.html')) == 'hello\n'
    Files.readString(dir.resolve('other')) == 'mine'
    rights(dir.resolve('index.html')) == 04711
    host.sh("stat -c %U:%G $dir/index.html").text() == 'daemon:bin\n' || !root
    host.plan(call) instanceof Plan.Unchanged

    where:
    shell << Shells.all()
    root = System.getProperty('user.name') == 'root'
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  @Requires(value = { 'root' == System.getProperty('user.name') }, reason = 'only root may give files away')
  def "attributes, backups and links in #shell"() {
    given:
    def host = host(shell)
    host.sources['links/a'] = 'text'
    host.sources['links/to'] = '->a'
    def call = make(Copy, src: 'links/', dest: "$dir/l", localFollow: false, owner: 'daemon', backup: true)

    when:
    done(host, host.plan(call))

    then:
    Files.readSymbolicLink(dir.resolve('l/to')).toString() == 'a'
    host.sh("stat -c %U $dir/l $dir/l/a $dir/l/to").text() == 'daemon\n' * 3
    host.plan(call) instanceof Plan.Unchanged

    when:
    def other = make(Copy, src: 'links/', dest: "$dir/l", localFollow: false, mode: Mode.of('0600'), group: 'bin')
    def plan = host.plan(other) as Change
    done(host, plan)

    then:
    plan.steps()*.stdin()*.present == [false]
    host.sh("stat -c %G:%a $dir/l/a").text() == 'bin:600\n'
    host.plan(other) instanceof Plan.Unchanged

    when:
    host.sources['links/a'] = 'new'
    host.sources['links/to'] = '->b'
    done(host, host.plan(call))

    then:
    Files.readString(dir.resolve('l/a')) == 'new'
    Files.readSymbolicLink(dir.resolve('l/to')).toString() == 'b'
    Files.list(dir.resolve('l')).filter { it.fileName.toString().endsWith('~') }.map { Files.readString(it) }.toList() == ['text']

    where:
    shell << Shells.all()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "a link on the host is written through, one to a directory is a directory, in #shell"() {
    given:
    def host = host(shell)
    host.sh("cd $dir; mkdir real d; echo old > real/page; ln -s ../real/page d/index.html; ln -s ../real d/css")

    when:
    def call = make(Copy, src: 'site/', dest: "$dir/d")
    done(host, host.plan(call))

    then:
    Files.isSymbolicLink(dir.resolve('d/index.html'))
    Files.readString(dir.resolve('real/page')) == 'hello\n'
    Files.readString(dir.resolve('real/main.css')) == 'a{}\n'
    host.plan(call) instanceof Plan.Unchanged

    where:
    shell << Shells.all()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "copies a directory of the host in #shell"() {
    given:
    def host = host(shell)
    done(host, host.plan(make(Copy, src: 'site/', dest: "$dir/from")))
    host.sh("cd $dir/from; chmod 751 index.html; ln -s css linked; mkdir hollow")

    when:
    def call = make(Copy, src: "$dir/from$slash".toString(), dest: "$dir/to", remoteSrc: true, mode: Mode.of('preserve'), localFollow: follow)
    def plan = host.plan(call) as Change
    done(host, plan)
    def top = dir.resolve(slash ? 'to' : 'to/from')

    then:
    SITE.every { name, text -> Files.readString(top.resolve(name - 'site/')) == text }
    rights(top.resolve('index.html')) == 0751
    Files.isDirectory(top.resolve('hollow'))
    Files.isSymbolicLink(top.resolve('linked')) != follow
    Files.isRegularFile(top.resolve('linked/main.css'))
    host.plan(call) instanceof Plan.Unchanged

    where:
    [shell, [slash, follow]] << [Shells.all(), [['/', true], ['', false]]].combinations()
  }

  def "refuses #arguments where #there is in the way"() {
    given:
    def host = new ShellHost(['sh'])
    host.sources = new LinkedHashMap(SITE)
    host.sh("cd $dir; $there")

    when:
    def plan = host.plan(make(Copy, [src: 'site/', dest: "$dir/d"] + arguments))

    then:
    plan instanceof Plan.Refused
    plan.message().replace("$dir", '') == message

    where:
    arguments             | there                       || message
    [:]                   | 'touch d'                   || '/d is a file, not a directory'
    [:]                   | 'mkdir d; touch d/css'      || '/d/css is a file, and shall be a directory'
    [:]                   | 'mkdir -p d/index.html'     || '/d/index.html is a directory, and shall be a file'
    [:]                   | 'mkdir d; ln -s no d/css'   || '/d/css is a link to nowhere, and shall be a directory'
  }

  def "#arguments is an error: #message"() {
    when:
    new FakeHost(sources: SITE + [one: '1'], answers: [(new StatQuery('/d', true)): PathStat.ABSENT]).with {
      make(Copy, [dest: '/d'] + arguments).plan(it)
    }

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                                  || message
    [src: 'one/']                              || "src 'one/' is a file, not a directory"
    [src: 'none/']                             || "no file 'none' in files"
    [src: 'site/', validate: 'true %s']        || 'validate goes with a single file'
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "thousands of files on #name in one go"() {
    given:
    def host = Testbed.host(name)
    def place = "/srv/kit-tree-${System.nanoTime()}"
    2000.times { host.sources["big/d${it % 40}/f$it".toString()] = "file $it\n".toString() }
    def call = make(Copy, src: 'big/', dest: place, owner: 'root', mode: Mode.of('0644'))

    when:
    long start = System.nanoTime()
    done(host, host.plan(call))
    long first = System.nanoTime()
    host.asked = 0
    def again = host.plan(call)
    long second = System.nanoTime()

    then:
    again instanceof Plan.Unchanged
    host.asked == 2
    host.sh("find $place -type f | wc -l").text().trim() == '2000'
    (first - start) / 1e9 < 60
    (second - first) / 1e9 < 20

    cleanup:
    host?.sh("rm -rf $place")

    where:
    name << ['d1', 'm1']
  }

  private static ShellHost host(Shells shell) {
    def host = shell.host()
    host.sources = new LinkedHashMap(SITE)
    host
  }

  private static void done(ShellHost host, Plan plan) {
    assert plan instanceof Change
    plan.steps().each {
      def output = host.step(it)
      assert output.rc() == 0: output.errors()
    }
  }

  private static boolean foretold(ShellHost host, Change plan) {
    plan.predicts().each { query, predicted ->
      def probe = query.probe([query])
      def real = probe.reader().apply(host.sh(probe.script()))[0]
      assert known(real) == known(predicted)
    }
    true
  }

  private static Object known(Object answer) {
    if (!(answer instanceof PathStat) || !answer.exists()) return answer
    [answer.type(), answer.mode(), answer.owner(), answer.type() == PathStat.Type.FILE ? answer.size() : 0]
  }

  private static int rights(Path file) {
    (Files.getAttribute(file, 'unix:mode', LinkOption.NOFOLLOW_LINKS) as int) & 07777
  }

  private List snapshot() { Files.walk(dir).map { it.toString() }.toList() }
}
