package kit.modules.files

import static kit.modules.Calls.make

import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import kit.fixture.FakeHost
import kit.fixture.Shells
import kit.query.Checksum
import kit.query.PathStat
import kit.query.PathStat.Type
import kit.query.Stat as StatQuery
import kit.spi.Change
import kit.spi.Plan
import kit.spi.PlanException
import kit.spi.Source
import kit.spi.Step
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** slurp, fetch and tempfile. */
class ReadingSpec extends Specification {
  @TempDir java.io.File place

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "slurp gives the content byte by byte in #shell"() {
    given:
    def bytes = (0..255).collect { it as byte } as byte[]
    new java.io.File(place, 'a file').bytes = bytes

    expect:
    def values = shell.host().plan(make(Slurp, src: "$place/a file")).values()
    values.content.decodeBase64() == bytes
    values.encoding == 'base64'
    values.source == "$place/a file"

    where:
    shell << Shells.all()
  }

  def "slurp gives the text too"() {
    given:
    new java.io.File(place, 'x').setText('Grüße\n', 'UTF-8')

    expect:
    Shells.all()[0].host().plan(make(Slurp, src: "$place/x")).values().text == 'Grüße\n'
  }

  def "slurp refuses what is no file: #what"() {
    expect:
    def plan = Shells.all()[0].host().plan(make(Slurp, src: path))
    plan instanceof Plan.Refused
    plan.message().contains(message)

    where:
    what        | path           || message
    'nothing'   | '/none'        || 'there is no /none'
    'directory' | '/etc'         || 'is not a file'
    'big'       | bigFile()      || 'bigger than 1 MB'
  }

  static String bigFile() {
    def file = Files.createTempFile('kit', 'big').toFile()
    file.deleteOnExit()
    file.bytes = new byte[1024 * 1024 + 1]
    file.path
  }

  def "fetch keeps a file under the host's name and its path: #arguments"() {
    given:
    def sum = Source.sha256('x'.bytes)
    def host = new FakeHost(name: 'web1')
    host.answers = [
      (new StatQuery('/etc/fstab', true)): PathStat.created(Type.FILE, 0644, 'root', 1, 0),
      (Checksum.sha256('/etc/fstab')): Optional.of(sum)]

    when:
    def plan = make(Fetch, [src: '/etc/fstab'] + arguments).plan(host)

    then:
    plan.steps() == [new Step.Keep('/etc/fstab', dest, Optional.of(sum))]
    plan.values().dest == dest
    plan.touches().empty
    !plan.reading()

    when:
    host.keeps[dest] = sum

    then:
    make(Fetch, [src: '/etc/fstab'] + arguments).plan(host) instanceof Plan.Unchanged

    when:
    host.keeps[dest] = 'other'

    then:
    make(Fetch, [src: '/etc/fstab'] + arguments).plan(host).diffs()[0].before() == 'sha256 other\n'

    where:
    arguments                    || dest
    [dest: 'kept']               || '/play/kept/web1/etc/fstab'
    [dest: '/srv/kept/']         || '/srv/kept/web1/etc/fstab'
    [dest: 'kept/', flat: true]  || '/play/kept/fstab'
    [dest: 'kept', flat: true]   || '/play/kept'
  }

  def "fetch takes what comes if it shall not be checked"() {
    given:
    def host = new FakeHost()
    host.answers = [
      (new StatQuery('/x', true)): PathStat.created(Type.FILE, 0644, 'root', 1, 0),
      (Checksum.sha256('/x')): Optional.of('a')]

    expect:
    make(Fetch, src: '/x', dest: 'd', validateChecksum: false).plan(host).steps()[0].sha256().empty
  }

  def "fetch of #type"() {
    given:
    def host = new FakeHost()
    def there = type == Type.ABSENT ? PathStat.ABSENT : PathStat.created(type, 0755, 'root', 0, 0)
    host.answers = [(new StatQuery('/x', true)): there, (Checksum.sha256('/x')): Optional.empty()]

    expect:
    make(Fetch, src: '/x', dest: 'd', failOnMissing: fail).plan(host).class == plan

    where:
    type           | fail  || plan
    Type.ABSENT    | true  || Plan.Refused
    Type.ABSENT    | false || Plan.Unchanged
    Type.DIRECTORY | false || Plan.Refused
    Type.FILE      | true  || Plan.Refused
  }

  def "no path leads a fetched file out of its place: #src on #host"() {
    when:
    make(Fetch, src: src, dest: 'd').plan(new FakeHost(name: host))

    then:
    thrown(PlanException)

    where:
    src                | host
    '/a/../../etc/x'   | 'h'
    '/..'              | 'h'
    '/a/./b'           | 'h'
    'relative'         | 'h'
    '~/x'              | 'h'
    '/etc/'            | 'h'
    '/x'               | '..'
    '/x'               | 'a/b'
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "tempfile makes something new each time in #shell"() {
    given:
    def host = shell.host()
    def places = (1..3).collect {
      def module = make(Tempfile, path: place.path, state: state, suffix: ".it's")
      def plan = shell.host().plan(module)
      assert plan.steps().every { host.step(it).rc() == 0 }
      plan.values().path
    }

    expect:
    places.toSet().size() == 3
    places.every { it ==~ /.*\/kit\.[a-z0-9]{16}\.it's/ && PosixFilePermissions.toString(Files.getPosixFilePermissions(new java.io.File(it).toPath())) == mode }
    places.every { new java.io.File(it).directory == (state == 'directory') }

    where:
    [shell, row] << [Shells.all(), [['file', 'rw-------'], ['directory', 'rwx------']]].combinations()
    state = row[0]
    mode = row[1]
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "tempfile never takes what is there already, be it a link, in #shell"() {
    given:
    def host = shell.host()
    def plan = host.plan(make(Tempfile, path: place.path, state: state))
    def target = new java.io.File(place, 'target')
    Files.createSymbolicLink(new java.io.File(plan.values().path).toPath(), target.toPath())

    expect:
    host.step(plan.steps()[0]).rc() != 0
    !target.exists()

    where:
    [shell, state] << [Shells.all(), ['file', 'directory']].combinations()
  }

  def "tempfile says where before it is made, and is asked again the same"() {
    given:
    def host = Shells.all()[0].host()
    def module = make(Tempfile)

    expect:
    host.plan(module).values().path == host.plan(module).values().path
    host.plan(make(Tempfile, path: '/none')) instanceof Plan.Refused
  }
}
