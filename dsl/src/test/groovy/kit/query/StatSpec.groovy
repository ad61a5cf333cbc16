package kit.query

import java.nio.file.Files
import java.nio.file.Path
import kit.fixture.Shells
import kit.query.PathStat.Type
import kit.spi.Output
import kit.spi.PlanException
import kit.spi.Resource
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

class StatSpec extends Specification {

  static final NAMES = [
    'plain', 'two words', "it's", '"double"', 'line\nend', '-rf', '$(touch x)', '`id`', 'a;b|c', '*', '#0', 'back\\slash',
    'grün', '日本', 'per%ncent', '~', '!', '{a,b}'
  ]

  @TempDir Path dir

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "says what is there in #shell"() {
    given:
    Files.writeString(dir.resolve('file'), 'hello')
    Files.createDirectory(dir.resolve('directory'))
    Files.createSymbolicLink(dir.resolve('link'), Path.of('file'))
    Files.createSymbolicLink(dir.resolve('dangling'), Path.of('nowhere'))
    sh(shell, "mkfifo $dir/fifo; chmod 4640 $dir/file; chmod 1777 $dir/directory; touch -t 202401020304.05 $dir/file")

    when:
    def (file, directory, link, through, dangling, lost, fifo, device, none) = ask(shell, [
      stat('file'), stat('directory'), stat('link', false), stat('link'), stat('dangling', false), stat('dangling'),
      stat('fifo'), new Stat('/dev/null', true), stat('none')
    ])

    then:
    with(file) {
      type() == Type.FILE
      mode() == 04640
      size() == 5
      links() == 1
      owner() == Files.getOwner(dir.resolve('file')).name
      uid() == Files.getAttribute(dir.resolve('file'), 'unix:uid')
      it.group() == Files.getAttribute(dir.resolve('file'), 'unix:group').name
      gid() == Files.getAttribute(dir.resolve('file'), 'unix:gid')
      mtime() == Files.getLastModifiedTime(dir.resolve('file')).toMillis().intdiv(1000)
      inode() == Files.getAttribute(dir.resolve('file'), 'unix:ino')
      it.device() == Files.getAttribute(dir.resolve('file'), 'unix:dev')
      !linked()
    }
    directory.type() == Type.DIRECTORY
    directory.mode() == 01777
    link.type() == Type.LINK
    link.target() == 'file'
    link.realPath() == dir.toRealPath().resolve('file').toString()
    through.type() == Type.FILE
    through.size() == 5
    through.linked()
    through.target() == 'file'
    dangling.type() == Type.LINK
    dangling.target() == 'nowhere'
    dangling.realPath() == "$dir/nowhere"
    !lost.exists()
    lost.linked()
    fifo.type() == Type.FIFO
    device.type() == Type.CHAR
    none == PathStat.ABSENT

    where:
    shell << Shells.all()
  }

  @Timeout(20)
  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "a link that leads into itself leads nowhere, and does not hold #shell up"() {
    given:
    Files.createSymbolicLink(dir.resolve('self'), Path.of('self'))
    Files.createSymbolicLink(dir.resolve('deep'), Path.of('deep/er'))

    expect:
    ask(shell, [stat('self'), stat('deep'), stat('deep/er')])*.exists() == [false, false, false]
    ask(shell, [stat('deep', false)])[0].target() == 'deep/er'

    where:
    shell << Shells.all()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "tells hostile names apart in #shell"() {
    given: 'each file has a size of its own'
    NAMES.eachWithIndex { name, i -> Files.write(dir.resolve(name), new byte[i + 1]) }

    expect:
    ask(shell, NAMES.collect { stat(it) })*.size() == (1..NAMES.size())*.longValue()
    Files.list(dir).count() == NAMES.size()

    where:
    shell << Shells.all()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "reads hostile link targets in #shell"() {
    given:
    NAMES.eachWithIndex { name, i -> Files.createSymbolicLink(dir.resolve("l$i"), Path.of(name)) }

    expect:
    ask(shell, NAMES.indices.collect { stat("l$it", false) })*.target() == NAMES

    where:
    shell << Shells.all()
  }

  def "asks about forty plain paths with one process, link or not followed alike"() {
    given:
    def batch = (1..40).collect { new Stat("/etc/$it", it % 2 == 0) }
    def script = batch[0].probe(batch).script()

    expect:
    script.readLines().count { it.startsWith('stat ') } == 1
    !script.readLines().any { it.startsWith('stat -L') }
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "cuts long lists into commands of 64 KB in #shell"() {
    given:
    def paths = (1..1000).collect { "$dir/${'x' * 50}$it".toString() }
    [0, 499, 999].each { Files.writeString(Path.of(paths[it]), 'x') }
    def batch = paths.collect { new Stat(it, true) }
    def script = batch[0].probe(batch).script()

    expect:
    script.readLines()*.length().max() <= 64 * 1024
    script.readLines().count { it.startsWith('set -- ') } > 1
    ask(shell, batch).findIndexValues { it.exists() } == [0L, 499L, 999L]

    where:
    shell << Shells.all()
  }

  def "refuses to take a host without a working stat for an empty one"() {
    when:
    stat('a').probe([stat('a')]).reader().apply(Output.of(127, '', 'stat: not found'))

    then:
    PlanException e = thrown()
    e.message.contains('stat does not work')
  }

  def "is about the path and the names of accounts"() {
    expect:
    stat('a').about().any { it.overlaps(touched) }

    where:
    touched << [Resource.path('/elsewhere'), new Resource('account', 'bob'), Resource.ANYTHING]
  }

  private Stat stat(String name, boolean follow = true) {
    new Stat("$dir/$name".toString(), follow)
  }

  private static List<PathStat> ask(Shells shell, List<Stat> batch) {
    def probe = batch[0].probe(batch)
    def output = shell.host().sh(probe.script())
    assert output.rc() == 0
    assert output.errors() == ''
    probe.reader().apply(output)
  }

  private static void sh(Shells shell, String script) {
    assert shell.host().sh(script).rc() == 0
  }
}
