package kit.shell

import static kit.shell.LocalShells.run
import static kit.shell.LocalShells.write

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import kit.target.Target
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

@Timeout(60)
class WriteSpec extends Specification {
  static final List<String> SHELLS = LocalShells.ALL
  static final List<byte[]> CONTENTS = [
    'text\n'.bytes, 'no newline at the end'.bytes, ''.bytes, "-n\n".bytes, "100% \\n 'quoted' \$HOME `id`\n".bytes,
    'grüße ☃\n'.getBytes('UTF-8'), (0..255).collect { it as byte } as byte[], "\n\n\n".bytes, "a\r\nb\r\n".bytes,
    random(30_000), random(100_000), ('x' * 79 + '\n' * 1).multiply(600).bytes]

  @TempDir
  Path folder
  @AutoCleanup
  Connections connections

  Target target(String shell) {
    connections = LocalShells.connections(shell)
    connections.open('here', Optional.empty())
  }

  static byte[] random(int size) {
    def bytes = new byte[size]
    new Random(size).nextBytes(bytes)
    bytes
  }

  static String sh(String script) {
    def process = new ProcessBuilder('sh', '-c', script).redirectErrorStream(true).start()
    process.inputStream.text.trim()
  }

  String mode(Path file) { sh("stat -c %a '$file'") }

  List<String> leftovers() { folder.toFile().list().findAll { it.startsWith('.kit') || it.endsWith('.old') } }

  def "#shell writes every byte, into a new file and over an old one"() {
    given:
    def target = target(shell)
    def old = folder.resolve('old')
    old.toFile().text = 'before'

    expect:
    CONTENTS.each { content ->
      def fresh = folder.resolve('fresh')
      Files.deleteIfExists(fresh)
      [fresh, old].each { file ->
        def output = write(target, path: file, content: content)
        assert output.rc() == 0 && output.errors() == ''
        assert Files.readAllBytes(file) == content
        assert mode(file) == '644'
      }
    }
    leftovers() == []

    where:
    shell << SHELLS
  }

  def "#shell: a file with mode #had that shall have #want gets #gets"() {
    given:
    def target = target(shell)
    def file = folder.resolve('file')
    if (had) {
      file.toFile().text = 'old'
      sh("chmod $had '$file'")
    }

    when:
    def output = write(target, path: file, content: 'new', mode: want, secret: secret, owner: null)

    then:
    output.rc() == 0
    file.toFile().text == 'new'
    mode(file) == gets
    leftovers() == []

    where:
    [shell, row] << [SHELLS, [
      [null, null, false, '644'], [null, null, true, '600'], [null, 0640, false, '640'], [null, 04755, false, '4755'],
      ['600', null, false, '600'], ['755', null, false, '755'], ['4711', null, false, '4711'], ['644', 0600, true, '600'],
      ['400', 0444, false, '444'], ['644', null, true, '644'], ['644', 0, false, '0'],
    ]].combinations()
    (had, want, secret, gets) = row
  }

  @Requires({ LocalShells.root() })
  def "#shell keeps the owner, or gives the one that is asked for"() {
    given:
    def target = target(shell)
    def file = folder.resolve('file')
    file.toFile().text = 'old'
    sh("chown 12:34 '$file'; chmod 640 '$file'")

    expect:
    write(target, path: file, content: 'new', owner: owner, group: group).rc() == 0
    sh("stat -c '%u:%g %a' '$file'") == gets

    where:
    [shell, row] << [SHELLS, [[null, null, '12:34 640'], ['daemon', null, '1:34 640'], [null, 'bin', '12:2 640'], ['0', '0', '0:0 640']]].combinations()
    (owner, group, gets) = row
  }

  def "#shell fails, leaves the old file and nothing beside it: #what"() {
    given:
    def target = target(shell)
    def file = folder.resolve('file')
    file.toFile().text = 'old'
    def path = args.path ? folder.resolve(args.path) : file
    sh("mkdir '$folder/dir'; mkfifo '$folder/fifo'; ln -s '$folder/none/x' '$folder/dangling'; ln -s self '$folder/self'; ln -s deep/er '$folder/deep'")

    when:
    def output = write([content: 'new'] + args + [path: path], target)

    then:
    output.rc() != 0
    output.errors() =~ error
    file.toFile().text == 'old'
    leftovers() == []

    where:
    [shell, row] << [SHELLS, [
      ['unknown owner', [owner: 'nobody-here'], /invalid user|unknown user/],
      ['invalid content', [validate: 'grep -q good %s'], /the new content of .* is not valid: grep -q good %s/],
      ['invalid content, uploaded', [validate: 'grep -q good %s', content: random(90_000)], /is not valid/],
      ['a directory', [path: 'dir'], /dir is a directory/],
      ['a fifo', [path: 'fifo'], /fifo is not a regular file/],
      ['no directory', [path: 'none/file'], /the directory .*none\/ does not exist/],
      ['a link into itself', [path: 'self'], /leads into itself/],
      ['a deeper one', [path: 'deep'], /does not exist/],
      ['a dangling link', [path: 'dangling'], /link that leads nowhere|does not exist/],
    ]].combinations()
    (what, args, error) = row
  }

  def "#shell checks with a command and keeps the old content beside it"() {
    given:
    def target = target(shell)
    def file = folder.resolve("it's a file")
    file.toFile().text = 'old'

    when:
    def output = write(target, path: file, content: 'good', validate: 'grep -q good %s && test -f %s', backup: true)

    then:
    output.errors() == ''
    output.rc() == 0
    file.toFile().text == 'good'
    def backup = output.text().trim()
    backup ==~ /.*it's a file\.\d+\.\d{4}-\d\d-\d\d@\d\d:\d\d:\d\d~/
    new File(backup).text == 'old'

    where:
    shell << SHELLS
  }

  def "#shell writes through a link, and in place where a file has several names"() {
    given:
    def target = target(shell)
    def file = folder.resolve('file')
    file.toFile().text = 'old'
    sh("cd '$folder'; mkdir sub; ln -s ../file sub/link; chmod 640 file")

    when:
    def linked = write(target, path: folder.resolve('sub/link'), content: 'one')

    then:
    linked.rc() == 0
    file.toFile().text == 'one'
    Files.isSymbolicLink(folder.resolve('sub/link'))
    mode(file) == '640'

    when:
    sh("cd '$folder'; ln file second")
    def hard = write(target, path: file, content: 'two', mode: 0600)

    then:
    hard.rc() == 0
    hard.errors().contains('has 2 names: written in place')
    folder.resolve('second').toFile().text == 'two'
    mode(file) == '600'
    leftovers() == []

    where:
    shell << SHELLS
  }

  @Requires({ LocalShells.root() })
  def "#shell does not follow another user's link in a directory that all may write to"() {
    given:
    def target = target(shell)
    def victim = folder.resolve('victim')
    victim.toFile().text = 'old'
    sh("chmod 755 '$folder'; mkdir -m 1777 '$folder/tmp'; ln -s ../victim '$folder/tmp/link'; chown -h 12 '$folder/tmp/link'")

    when:
    def output = write(target, path: folder.resolve('tmp/link'), content: 'new')

    then:
    output.rc() != 0
    output.errors().contains('link of another user')
    victim.toFile().text == 'old'

    where:
    shell << SHELLS
  }

  @Requires({ LocalShells.root() && LocalShells.canMount() })
  def "#shell: a full disk leaves the old file; a mount point is written in place"() {
    given:
    def target = target(shell)
    sh("cd '$folder'; mkdir small; mount -t tmpfs -o size=64k tmpfs small; echo old >small/file; echo host >mounted; echo source >source; mount --bind source mounted")
    def file = folder.resolve('small/file')

    when:
    def full = write(target, path: file, content: content)

    then:
    full.rc() != 0
    full.errors().contains('No space left on device')
    file.toFile().text == 'old\n'
    folder.resolve('small').toFile().list() == ['file'] as String[]

    when:
    def mounted = write(target, path: folder.resolve('mounted'), content: 'new\n')

    then:
    mounted.rc() == 0
    mounted.errors().contains('is a mount point: written in place')
    folder.resolve('source').toFile().text == 'new\n'
    leftovers() == []

    cleanup:
    sh("cd '$folder'; umount small mounted")

    where:
    [shell, content] << [SHELLS, [random(200_000), random(70_000)]].combinations()
  }

  @Requires({ LocalShells.find('setfattr') && LocalShells.find('getfattr') })
  def "#shell keeps extended attributes"() {
    given:
    def target = target(shell)
    def file = folder.resolve('file')
    file.toFile().text = 'old'
    assert sh("setfattr -n user.kit -v kept '$file'") == ''

    expect:
    write(target, path: file, content: 'new').rc() == 0
    sh("getfattr --only-values -n user.kit '$file' 2>/dev/null") == 'kept'

    where:
    shell << SHELLS - 'busybox'
  }

  def "the file is never open to more than its final mode"() {
    given:
    def target = target('dash')
    def file = folder.resolve('secret')
    file.toFile().text = 'old'
    sh("chmod 600 '$file'")
    def wide = [] as Set
    def watching = true
    def watcher = Thread.start {
      while (watching) {
        folder.toFile().listFiles().each {
          try {
            def perms = Files.getPosixFilePermissions(it.toPath())
            if (PosixFilePermissions.toString(perms).substring(3) != '------') wide << it.name
          } catch (IOException e) {
          }
        }
      }
    }

    when:
    20.times { write(target, path: file, content: "secret $it", secret: true) }
    10.times { write(target, path: folder.resolve("new$it"), content: 'secret', secret: true, mode: 0600) }
    watching = false
    watcher.join()

    then:
    wide == [] as Set
  }

  def "what a killed run left is swept after an hour, what another run is writing is not"() {
    given:
    def target = target('dash')
    def file = folder.resolve('file')
    def family = '.kit-' + kit.spi.Source.sha256(file.toString().bytes).substring(0, 8)
    sh("cd '$folder'; echo x >$family-old; touch -d '2 hours ago' $family-old; echo x >$family-new")

    expect:
    write(target, path: file, content: 'new').rc() == 0
    leftovers() == ["$family-new".toString()]
  }
}
