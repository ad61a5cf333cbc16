package kit.modules.source

import static kit.modules.Calls.make

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import kit.fixture.ShellHost
import kit.fixture.Shells
import kit.modules.Testbed
import kit.spi.Change
import kit.spi.Mode
import kit.spi.Module
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class UnarchiveSpec extends Specification {
  static final ODD = "it's a [file]*"
  @TempDir File place
  File dest

  def setup() {
    dest = new File(place, 'dest')
    dest.mkdirs()
    def top = new File(place, 'src/top')
    new File(top, 'sub/deep').mkdirs()
    new File(top, 'a').text = 'one\n'
    new File(top, ODD).bytes = (0..255).collect { it as byte } as byte[]
    new File(top, 'sub/' + 'long' * 40).text = 'long'
    new File(top, 'sub/deep/empty').text = ''
    new File(top, 'tool').text = '#!/bin/sh'
    Files.setPosixFilePermissions(new File(top, 'tool').toPath(), PosixFilePermissions.fromString('rwxr-xr-x'))
    Files.createSymbolicLink(new File(top, 'link').toPath(), Path.of('a'))
    Files.createLink(new File(top, 'sub/hard').toPath(), new File(top, 'a').toPath())
  }

  private File pack(String name, String flags, String what = 'top', List more = []) {
    def archive = new File(place, name)
    def process = new ProcessBuilder(['tar', '-c'] + more + [flags, '-f', archive.path, '-C', "$place/src".toString(), what] - '')
      .redirectErrorStream(true).start()
    assert process.inputStream.text == ''
    assert process.waitFor() == 0
    archive
  }

  private String tree(File dir) {
    new ShellHost(['dash']).sh("cd '$dir' && find . -mindepth 1 | sort | while IFS= read -r f; do stat -c '%A %F' \"\$f\"; [ -f \"\$f\" ] && sha256sum \"\$f\"; readlink \"\$f\"; done").text()
  }

  private static Map converge(ShellHost host, Module module) {
    def plan = fresh(host).plan(module)
    assert plan instanceof Change: plan
    def outputs = plan.steps().collect { host.step(it) }
    assert outputs*.rc().every { it == 0 }: outputs*.errors()
    def again = fresh(host).plan(module)
    assert again instanceof Plan.Unchanged: again
    plan.values()
  }

  private static String refusal(ShellHost host, Module module) {
    try {
      def plan = host.plan(module)
      assert plan instanceof Plan.Refused
      plan.message()
    } catch (PlanException e) {
      e.message
    }
  }

  /** A new call on the same host. */
  private static ShellHost fresh(ShellHost host) {
    new ShellHost(host.command).tap { it.binaries = host.binaries }
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "unpacks #name of #where in #shell, and then has it"() {
    given:
    def host = shell.host()
    def archive = pack(name, flag, what, more)
    host.binaries = ['x.tgz': archive.bytes]
    def module = where == 'the host' ? make(Unarchive, src: archive.path, dest: dest.path, remoteSrc: true, listFiles: true)
      : make(Unarchive, src: 'x.tgz', dest: dest.path, listFiles: true)

    when:
    def values = converge(host, module)

    then:
    tree(new File(dest, 'top')) == tree(new File(place, 'src/top'))
    values.files.contains('top/sub/deep/empty')
    values.handler == handler

    when: 'something is changed, removed, of another kind'
    new File(dest, 'top/a').text = 'two\n'
    new File(dest, "top/$ODD").delete()
    new File(dest, 'top/link').delete()
    new File(dest, 'top/link').text = 'x'
    new File(dest, 'top/other').text = 'stays'
    converge(host, module)

    then:
    new File(dest, 'top/other').delete()
    tree(new File(dest, 'top')) == tree(new File(place, 'src/top'))

    where:
    [shell, row, where] << [Shells.all(), [
      ['x.tar', '', 'top', [], 'tar'],
      ['x.tar.gz', '-z', 'top', [], 'tar.gz'],
      ['x.pax', '-z', './top', ['--format=pax'], 'tar.gz'],
      ['x.ustar', '', '.', ['--format=gnu'], 'tar'],
    ], ['the host', 'the controller']].combinations()
    name = row[0]
    flag = row[1]
    what = row[2]
    more = row[3]
    handler = row[4]
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "unpacks #flag of the host in #shell, and then has it"() {
    given:
    def archive = pack('x', flag)
    def module = make(Unarchive, src: archive.path, dest: dest.path, remoteSrc: true)

    expect:
    (flag == '--zstd' && shell.name == 'busybox') ||
      converge(shell.host(), module).handler == handler && tree(new File(dest, 'top')) == tree(new File(place, 'src/top'))

    where:
    [shell, row] << [Shells.all(), [['-j', 'tar.bz2'], ['-J', 'tar.xz'], ['--zstd', 'tar.zst']]].combinations()
    flag = row[0]
    handler = row[1]
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "unpacks zip of #where in #shell, and then has it"() {
    given:
    def host = shell.host()
    def archive = new File(place, 'x.zip')
    archive.bytes = Tar.zip(['top/': '', 'top/a': 'one', ("top/$ODD".toString()): 'x' * 5000, 'top/sub/b': ''])
    host.binaries = ['x.zip': archive.bytes]
    def module = where == 'the host' ? make(Unarchive, src: archive.path, dest: dest.path, remoteSrc: true)
      : make(Unarchive, src: 'x.zip', dest: dest.path)

    expect:
    converge(host, module)
    new File(dest, 'top/a').text == 'one'
    new File(dest, "top/$ODD").text == 'x' * 5000

    when: 'same size, other content'
    new File(dest, 'top/a').text = 'two'
    converge(host, module)

    then:
    new File(dest, 'top/a').text == 'one'

    when: 'only some of it'
    dest.deleteDir()
    dest.mkdirs()
    converge(host, make(Unarchive, src: archive.path, dest: dest.path, remoteSrc: true, include: ["top/$ODD", 'top/sub']))

    then:
    new File(dest, 'top').list().toSet() == [ODD, 'sub'] as Set

    where:
    [shell, where] << [Shells.all(), ['the host', 'the controller']].combinations()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "unpacks a part in #shell from #where: #arguments"() {
    given:
    def host = shell.host()
    def archive = pack('x.tgz', '-z')
    host.binaries = ['x.tgz': archive.bytes]
    def from = where == 'the host' ? [src: archive.path, remoteSrc: true] : [src: 'x.tgz']

    expect:
    shell.name == 'busybox' && found.any { it.contains('*') } ?
      refusal(host, make(Unarchive, from + [dest: dest.path] + arguments)).contains('cannot choose') :
      converge(host, make(Unarchive, from + [dest: dest.path] + arguments)) &&
        host.sh("cd '$dest' && find . -type f | sort").text().readLines() == found

    where:
    [shell, row, where] << [Shells.all(), [
      [[include: ['top/link', 'top/tool']], ['./top/tool']],
      [[include: ["top/$ODD".toString()]], ["./top/$ODD".toString()]],
      [[include: ['top/sub/deep']], ['./top/sub/deep/empty']],
      [[exclude: ['top/sub', '*link', 'top/a', 'top/t*']], ["./top/$ODD".toString()]],
      [[extraOpts: ['--strip-components=2'], include: ['top/sub/deep']], ['./deep/empty']],
      [[extraOpts: ['--strip-components=1'], exclude: ['top/sub', 'top/i*', 'top/a']], ['./tool']],
      [[extraOpts: ['--strip-components=1'], exclude: ['top/sub/long*', 'top/i*', 'top/sub/deep/*']], ['./a', './sub/hard', './tool']],
    ], ['the host', 'the controller']].combinations()
    arguments = row[0]
    found = row[1]
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "gives mode, owner and group to all of it in #shell"() {
    given:
    def host = shell.host()
    def archive = pack('x.tgz', '-z')
    def module = make(Unarchive, src: archive.path, dest: dest.path, remoteSrc: true, mode: new Mode('u=rwX,go='), owner: '12', group: '13')

    expect:
    converge(host, module)
    host.sh("cd '$dest/top' && stat -c '%a %u %g' a tool sub; stat -c '%u' link; stat -c '%a %u' '$place'").text() ==
      "600 12 13\n700 12 13\n700 12 13\n12\n${host.sh("stat -c '%a %u' '$place'").text()}"

    when:
    host.sh("chmod 644 '$dest/top/a'")
    def plan = fresh(host).plan(module)

    then:
    plan.summary() == "set permissions of 2 in $dest"
    converge(host, module)

    where:
    shell << Shells.all()
  }

  def "newer files stay if asked for"() {
    given:
    def archive = pack('x.tgz', '-z')
    def module = make(Unarchive, src: archive.path, dest: dest.path, remoteSrc: remote, keepNewer: true)
    def host = new ShellHost(['dash'])
    host.binaries = [(archive.path): archive.bytes]
    converge(host, module)
    new File(dest, 'top/tool').text = 'newer'
    new File(dest, 'top/tool').lastModified = System.currentTimeMillis() + 60_000
    new File(dest, 'top/a').delete()

    expect:
    converge(host, module)
    new File(dest, 'top/tool').text == 'newer'
    new File(dest, 'top/a').text == 'one\n'

    where:
    remote << [true, false]
  }

  def "creates decides before anything else"() {
    expect:
    new ShellHost(['dash']).plan(make(Unarchive, src: '/none', remoteSrc: true, dest: dest.path, creates: place.path)) instanceof Plan.Unchanged
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "what the controller cannot look into is unpacked once, by creates, in #shell"() {
    given:
    def host = shell.host()
    host.binaries = [x: pack('x', '-J').bytes]
    def module = make(Unarchive, src: 'x', dest: dest.path, creates: "$dest/top")

    expect:
    converge(host, module)
    tree(new File(dest, 'top')) == tree(new File(place, 'src/top'))
    new ShellHost(['dash']).with {
      it.binaries = host.binaries
      it.plan(make(Unarchive, src: 'x', dest: dest.path)) instanceof Plan.Refused
    }

    where:
    shell << Shells.all()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "nor does that leave its place in #shell: #what"() {
    given:
    def host = shell.host()
    def plain = new File(place, 'x.tar')
    plain.bytes = archive.bytes()
    assert ['bzip2', '-k', plain.path].execute().waitFor() == 0
    host.binaries = [x: new File(place, 'x.tar.bz2').bytes]
    Files.createSymbolicLink(new File(dest, 'out').toPath(), place.toPath())
    def plan = host.plan(make(Unarchive, src: 'x', dest: dest.path, creates: '/none'))
    def output = host.step(plan.steps()[0])

    expect:
    output.rc() == 1
    output.errors().contains(message)
    !new File(place, 'evil').exists()
    dest.list().toList() == ['out']

    where:
    [shell, row] << [Shells.all(), [
      ['up', new Tar().add('ok', '0', 'x').add('../evil', '0', 'x'), 'leads out of dest'],
      ['absolute', new Tar().add('/tmp/kit-evil', '0', 'x'), 'leads out of dest'],
      ['through a link', new Tar().add('out/evil', '0', 'x'), 'below a link'],
    ]].combinations()
    what = row[0]
    archive = row[1]
    message = row[2]
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "nothing leaves its place: #what from #where in #shell"() {
    given:
    def host = shell.host()
    def file = new File(place, 'evil.tar')
    file.bytes = archive instanceof Tar ? archive.gzip() : archive
    host.binaries = [evil: file.bytes]
    Files.createSymbolicLink(new File(dest, 'out').toPath(), place.toPath())
    new File(dest, 'in').mkdirs()
    def module = where == 'the host' ? make(Unarchive, src: file.path, dest: dest.path, remoteSrc: true)
      : make(Unarchive, src: 'evil', dest: dest.path)

    expect:
    refusal(host, module).contains(message)

    where:
    [shell, row, where] << [Shells.all(), [
      ['up', new Tar().add('../evil'), 'leads out of dest'],
      ['up later', new Tar().add('a/../../evil'), 'leads out of dest'],
      ['absolute', new Tar().add('/etc/evil'), 'leads out of dest'],
      ['through its own link', new Tar().add('x', '2', '', '..').add('x/evil'), 'below a link'],
      ['through a link that is there', new Tar().add('out/evil'), 'is a link that leads out of'],
      ['another name of a file outside', new Tar().add('x', '1', '', '/etc/passwd'), 'another name of'],
      ['another name by a link', new Tar().add('l', '2', '', '/etc').add('x', '1', '', 'l/passwd'), 'another name of something outside'],
      ['a device', new Tar().add('x', '3'), 'is a device'],
      ['a FIFO', new Tar().add('x', '6'), 'is a device'],
      ['zip: up', Tar.zip(['../evil': 'x']), 'leads out of dest'],
      ['zip: absolute', Tar.zip(['/etc/evil': 'x']), 'leads out of dest'],
      ['zip: through a link that is there', Tar.zip(['out/evil': 'x']), 'is a link that leads out of'],
    ], ['the host', 'the controller']].combinations()
    what = row[0]
    archive = row[1]
    message = row[2]
  }

  def "a line end in a name is refused"() {
    given:
    def host = new ShellHost(['dash'])
    host.binaries = [x: new Tar().add('a\nb').bytes()]

    expect:
    host.plan(make(Unarchive, src: 'x', dest: dest.path)).message().contains('control character')
  }

  def "says what stands in the way: #arguments"() {
    given:
    def host = new ShellHost(['dash'])
    host.binaries = [x: new Tar().add('a').bytes()]

    expect:
    refusal(host, make(Unarchive, [dest: dest.path] + arguments)).contains(message)

    where:
    arguments                                       || message
    [src: 'x', dest: '/none']                       || 'no directory /none'
    [src: '/none', remoteSrc: true]                 || 'no file /none'
    [src: '/etc', remoteSrc: true]                  || 'is a directory'
    [src: '/etc/passwd', remoteSrc: true]           || 'no archive'
    [src: 'none']                                   || "no file 'none'"
    [src: 'x', include: ['a'], exclude: ['b']]      || 'both include and exclude'
    [src: 'x', extraOpts: ['--transform=s/a/b/']]   || '--transform'
    [src: 'x', extraOpts: ['-P']]                   || '-P'
    [src: 'x', extraOpts: ['--strip-components=x']] || 'takes a number'
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "unpacks on hosts of the test bed"() {
    given:
    def host = named()
    host.sh('rm -rf /tmp/kit-un && mkdir -p /tmp/kit-un')
    host.binaries = ['x.tgz': pack('x.tgz', '-z').bytes, 'x.zip': Tar.zip(['z/a': 'one'])]

    expect:
    converge(host, make(Unarchive, src: 'x.tgz', dest: '/tmp/kit-un', owner: 'root', mode: new Mode('u=rwX,go=rX')))
    host.sh('cat /tmp/kit-un/top/sub/hard').text() == 'one\n'
    host.sh("cat > /tmp/kit-un/x.tgz", host.binaries['x.tgz']).rc() == 0
    converge(host, make(Unarchive, src: '/tmp/kit-un/x.tgz', dest: '/tmp/kit-un', remoteSrc: true, extraOpts: ['--strip-components=1']))
    host.sh('cat /tmp/kit-un/sub/hard').text() == 'one\n'
    fresh(host).plan(make(Unarchive, src: 'x.zip', dest: '/tmp/kit-un')).class == zip

    cleanup:
    host.sh('rm -rf /tmp/kit-un')

    where:
    named                || zip
    Testbed.&last        || Plan.Refused
    Testbed.&minimal     || Change
  }
}
