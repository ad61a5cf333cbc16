package kit.query

import java.nio.file.Files
import java.nio.file.Path
import java.security.MessageDigest
import java.time.LocalDateTime
import java.time.ZoneId
import kit.fixture.Shells
import kit.query.Checksum.Algorithm
import kit.query.FileContent.State
import kit.query.PathStat.Type
import kit.spi.Query
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class FileQueriesSpec extends Specification {

  static final ME = System.getProperty('user.name')

  @TempDir Path dir

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "computes the checksums of regular files under any name in #shell with #algorithm"() {
    given:
    def names = StatSpec.NAMES
    names.each { Files.writeString(dir.resolve(it), it) }
    Files.createDirectory(dir.resolve('directory'))
    Files.createSymbolicLink(dir.resolve('link'), Path.of('plain'))
    shell.host().sh("mkfifo $dir/fifo '$dir/odd fifo'")
    def asked = names + ['directory', 'fifo', 'odd fifo', 'none', 'no such', 'link']

    expect:
    ask(shell, asked.collect { new Checksum(at(it), algorithm) }) == names.collect { Optional.of(sum(it, algorithm)) } +
      [Optional.empty()] * 5 + [Optional.of(sum('plain', algorithm))]

    where:
    [shell, algorithm] << [Shells.all(), [Algorithm.SHA256, Algorithm.MD5, Algorithm.SHA1, Algorithm.SHA512]].combinations()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "reads contents byte by byte in #shell"() {
    given:
    def every = (0..255).collect { (byte) it } as byte[]
    Files.write(dir.resolve('every byte'), every)
    Files.write(dir.resolve('empty'), new byte[0])
    Files.write(dir.resolve('-rf'), 'x\n\n'.bytes)
    Files.write(dir.resolve('limit'), new byte[300])
    Files.write(dir.resolve('more'), new byte[301])
    shell.host().sh("mkfifo $dir/fifo")

    expect:
    content(shell, 'every byte').raw() == every
    content(shell, 'empty') == FileContent.of(new byte[0])
    content(shell, '-rf').text() == 'x\n\n'
    content(shell, 'limit').raw().length == 300
    content(shell, 'more').state() == State.TOO_BIG
    content(shell, 'none').state() == State.ABSENT
    content(shell, 'fifo').state() == State.NO_FILE
    content(shell, '').state() == State.NO_FILE

    where:
    shell << Shells.all()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "counts what is alike in a tree in #shell"() {
    given:
    Files.createDirectories(dir.resolve('t/a b/c'))
    StatSpec.NAMES.each { Files.writeString(dir.resolve("t/$it"), '') }
    Files.createSymbolicLink(dir.resolve('t/link'), Path.of('/etc'))
    shell.host().sh("cd $dir/t && chmod 755 . 'a b' 'a b/c' && chmod 640 plain && find . -type f ! -name plain -exec chmod 600 {} +")

    when:
    def (tree, none) = ask(shell, [new Tree(at('t')), new Tree(at('none'))])

    then:
    tree.collect { [it.stat().type(), it.stat().mode(), it.count(), it.stat().owner()] } as Set == [
      [Type.DIRECTORY, 0755, 3, ME], [Type.FILE, 0640, 1, ME], [Type.FILE, 0600, StatSpec.NAMES.size() - 1, ME],
      [Type.LINK, 0777, 1, ME]
    ] as Set
    none == []

    where:
    shell << Shells.all()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "lists what is in a directory in #shell"() {
    given:
    Files.createDirectories(dir.resolve('t/a/b c'))
    Files.writeString(dir.resolve('t/-rf'), '')

    expect:
    ask(shell, [new Listing(at('t'), 9), new Listing(at('none'), 9), new Listing(at('t'), 2)])*.size() == [3, 0, 2]
    ask(shell, [new Listing(at('t'), 9)])[0] as Set == [at('t/a'), at('t/a/b c'), at('t/-rf')] as Set

    where:
    shell << Shells.all()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "knows homes in #shell"() {
    expect:
    ask(shell, ['root', 'no-such-user', '$(id)', 'a/b', '', 'daemon'].collect { new Home(it) }) ==
      ['/root', null, null, null, null, '/usr/sbin'].collect { Optional.ofNullable(it) }

    where:
    shell << Shells.all()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "knows local times in #shell"() {
    given:
    def there = LocalDateTime.of(2024, 2, 29, 3, 4, 5).atZone(ZoneId.systemDefault()).toEpochSecond()

    expect:
    ask(shell, ['202402290304.05', '202413290304.05', 'now', '$(id)'].collect { new Moment(it) }) ==
      [there, null, null, null].collect { Optional.ofNullable(it) }

    where:
    shell << Shells.all()
  }

  private String at(String name) { "$dir/$name" }

  private FileContent content(Shells shell, String name) {
    def query = new Content(at(name), 300)
    query.probe([query]).with { it.reader().apply(shell.host().sh(it.script()))[0] }
  }

  private static <A> List<A> ask(Shells shell, List<Query<A>> batch) {
    def probe = batch[0].probe(batch)
    def output = shell.host().sh(probe.script())
    assert output.errors() == ''
    probe.reader().apply(output)
  }

  private static String sum(String text, Algorithm algorithm) {
    HexFormat.of().formatHex(MessageDigest.getInstance(algorithm.digest()).digest(text.getBytes('UTF-8')))
  }
}
