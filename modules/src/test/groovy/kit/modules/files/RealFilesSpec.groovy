package kit.modules.files

import java.nio.file.Files
import java.nio.file.LinkOption
import java.nio.file.Path
import kit.fixture.ShellHost
import kit.fixture.Shells
import kit.query.Checksum
import kit.query.PathStat
import kit.spi.Module
import kit.spi.Plan
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** The same calls, really asked and really carried out in every shell. */
@Requires(value = { 'root' == System.getProperty('user.name') }, reason = 'only root may give files away')
class RealFilesSpec extends Specification implements Calls {

  static final NAMES = [
    'two words', "it's", 'line\nend', '-rf', '$(touch x)', 'a;b|c', '*', 'back\\slash', 'gr\u00fcn', 'per%ncent', '~'
  ]

  static final CALLS = [
    [Copy, [dest: 'new', content: 'hello\n', mode: '0640', owner: 'daemon', group: 'bin']],
    [Copy, [dest: 'old', content: 'hello\n']],
    [Copy, [dest: 'link', content: 'through\n']],
    [Copy, [dest: 'made/too/', src: 'controller', directoryMode: '0700']],
    [Copy, [dest: 'dir', src: 'controller']],
    [Copy, [dest: 'old', content: 'old\n', mode: '4711', group: 'bin']],
    [Copy, [dest: 'copied', src: 'old', remoteSrc: true, mode: 'preserve']],
    [Copy, [dest: 'link', src: 'dir/in', remoteSrc: true, backup: true, validate: 'grep -q in %s', owner: 'daemon']],
    [Copy, [dest: 'a/b/', src: 'dir/in', remoteSrc: true, directoryMode: '0750']],
    [Template, [dest: 'new', src: 'controller', mode: '0600']],
    [Lineinfile, [path: 'old', line: 'new', insertbefore: '^old']],
    [Lineinfile, [path: 'x/y/z', line: 'new', create: true]],
    [Lineinfile, [path: 'old', regexp: 'o', state: 'absent']],
    [Blockinfile, [path: 'old', block: 'x\ny', owner: 'daemon']],
    [Replace, [path: 'old', regexp: '^(o)ld', replace: '\\1ther']],
    [File, [path: 'one/two', state: 'directory', mode: '2750', owner: 'daemon']],
    [File, [path: 'dir', state: 'directory', mode: '1777']],
    [File, [path: 'dangling', state: 'directory']],
    [File, [path: 'dir', state: 'directory', recurse: true, mode: 'u=rwX,g=rX,o=', owner: 'daemon', group: 'bin']],
    [File, [path: 'dir', state: 'directory', recurse: true, mode: '0700']],
    [File, [path: 'tree', state: 'directory', recurse: true, mode: '0750']],
    [File, [path: 'old', mode: 'g+w,o=', group: 'bin']],
    [File, [path: 'link', mode: '0600']],
    [File, [path: 'link', follow: false, owner: 'daemon']],
    [File, [path: 'sgid', state: 'directory', mode: '0755']],
    [File, [path: 'new', state: 'link', src: 'old']],
    [File, [path: 'link', state: 'link', src: 'dir']],
    [File, [path: 'empty', state: 'link', src: 'old', force: true, owner: 'daemon']],
    [File, [path: 'new', state: 'link', src: 'nowhere', force: true, follow: false, group: 'bin']],
    [File, [path: 'new', state: 'hard', src: 'old', mode: '0600']],
    [File, [path: 'link', state: 'hard', src: 'old', force: true]],
    [File, [path: 'dir', state: 'hard', src: 'old']],
    [File, [path: 'new', state: 'touch', mode: '0600', modificationTime: '202401020304.05', accessTime: 'preserve']],
    [File, [path: 'old', modificationTime: '202401020304.05']],
    [File, [path: 'old', state: 'absent']],
    [File, [path: 'link', state: 'absent']],
    [File, [path: 'dir', state: 'absent']],
    [File, [path: 'dangling', state: 'absent']],
  ]

  @TempDir Path dir

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "#type.simpleName #arguments changes once and as predicted in #shell"() {
    given:
    def host = prepared(shell)
    def before = snapshot()
    def wanted = module(absolute(arguments), type)

    when: 'it is planned'
    def plan = changed(host.plan(wanted))

    then: 'nothing has happened'
    snapshot() == before
    plan.diffs()
    plan.summary()

    when:
    plan.steps().each {
      def output = host.step(it)
      assert output.rc() == 0: output.errors()
      assert output.errors() == ''
    }

    then: 'something has'
    snapshot() != before

    and: 'what was predicted holds'
    plan.predicts().each { query, predicted ->
      host.answers.clear()
      def probe = query.probe([query])
      def real = probe.reader().apply(host.sh(probe.script()))[0]
      assert known(real) == known(predicted)
    }

    and: 'a second time there is nothing to do'
    host.plan(wanted) instanceof Plan.Unchanged

    where:
    [shell, [type, arguments]] << [Shells.all(), CALLS].combinations()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "works under hostile names in #shell"() {
    given:
    def host = reached(shell)

    expect:
    NAMES.every { name ->
      def calls = [
        [Copy, [dest: name, content: 'hello\n', mode: '0640', owner: 'daemon']],
        [Lineinfile, [path: name, line: 'world']],
        [File, [path: name, mode: '0600', group: 'bin']],
      ]
      calls.each { type, arguments -> once(host, module(absolute(arguments), type)) }
      assert Files.readString(dir.resolve(name)) == 'hello\nworld\n'
      once(host, module(absolute([dest: "$name copy".toString(), src: name, remoteSrc: true]), Copy))
      once(host, module(absolute([path: "$name link".toString(), src: "./$name".toString(), state: 'link']), File))
      assert Files.readSymbolicLink(dir.resolve("$name link")).toString() == "./$name"
      once(host, module(absolute([path: "$name link".toString(), src: '/etc', state: 'link']), File))
      once(host, module(absolute([path: "$name hard".toString(), src: name, state: 'hard']), File))
      once(host, module(absolute([path: "$name dir/$name".toString(), state: 'directory', mode: '0700']), File))
      once(host, module(absolute([path: "$name dir".toString(), state: 'directory', mode: '0711', recurse: true]), File))
      [name, "$name copy", "$name link", "$name hard", "$name dir"].each {
        once(host, module(absolute([path: it.toString(), state: 'absent']), File))
      }
      true
    }
    Files.list(dir).count() == 0

    where:
    shell << Shells.all()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "a copy on the host that #what leaves all as it was in #shell"() {
    given:
    def host = prepared(shell)
    def before = snapshot()
    def plan = changed(host.plan(module(absolute([dest: 'old', src: 'dir/in', remoteSrc: true, *: arguments]), Copy)))

    when:
    def output = host.step(plan.steps()[0])

    then:
    output.rc() != 0
    output.errors().contains(error)
    snapshot() == before

    where:
    [shell, [what, arguments, error]] << [Shells.all(), [
      ['is not valid', [validate: 'echo no: %s >&2; false'], 'no: '],
      ['has no such owner', [owner: 'nobody-9'], 'nobody-9'],
      ['has no such group', [group: 'nobody-9'], 'nobody-9']
    ]].combinations()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "tells what is there in #shell"() {
    given:
    def host = prepared(shell)
    def old = dir.toRealPath().resolve('old').toString()

    expect:
    with(host.plan(module(absolute([path: 'link']), Stat)).values().stat) {
      exists && islnk && lnk_target == 'old' && lnk_source == old
    }
    with(host.plan(module(absolute([path: 'link', follow: true]), Stat)).values().stat) {
      isreg && size == 4 && checksum == Sums.of('old\n'.bytes, Checksum.Algorithm.SHA1) && mode == '0644'
    }
    host.plan(module(absolute([path: 'none']), Stat)).values().stat == [exists: false]

    where:
    shell << Shells.all()
  }

  private void once(ShellHost host, Module wanted) {
    host.apply(wanted).each { assert it.rc() == 0: it.errors() }
    assert host.plan(wanted) instanceof Plan.Unchanged
  }

  private ShellHost reached(Shells shell) {
    def host = shell.host()
    host.sources = [controller: 'from {{ x }} the controller\n']
    host
  }

  private ShellHost prepared(Shells shell) {
    def host = reached(shell)
    def output = host.sh("""\
      umask 022; cd '$dir' || exit
      printf 'old\\n' > old; chmod 644 old; ln -s old link; ln -s nowhere dangling
      mkdir dir dir/sub empty sgid tree; printf 'in\\n' > dir/in; chmod 755 dir/sub; : > dir/sub/x; chmod 711 dir/sub/x
      ln -s ../old dir/out; chmod 2755 sgid; mkdir tree/a; chmod 700 tree; chmod 750 tree/a
      """)
    assert output.rc() == 0: output.errors()
    host
  }

  private Map absolute(Map arguments) {
    arguments.collectEntries { key, value ->
      def raw = arguments.state == 'link' && key == 'src' || value == 'controller'
      [key, key in ['path', 'dest', 'src'] && !raw ? "$dir/$value".toString() : value]
    }
  }

  /** Everything about everything but times of reading and of directories. */
  private Map snapshot() {
    Files.walk(dir).toList().collectEntries {
      def stat = Files.readAttributes(it, 'unix:mode,uid,gid,lastModifiedTime,ino,nlink', LinkOption.NOFOLLOW_LINKS)
      if (Files.isDirectory(it)) stat = stat.findAll { it.key != 'lastModifiedTime' }
      def holds = Files.isSymbolicLink(it) ? Files.readSymbolicLink(it).toString()
        : Files.isRegularFile(it) ? Files.readString(it) : ''
      [it.toString(), [stat, holds]]
    }
  }

  /** Of a prediction, what can be known beforehand. */
  private static Object known(Object answer) {
    if (!(answer instanceof PathStat) || !answer.exists()) return answer
    [answer.type(), answer.mode(), answer.owner(), answer.type() == PathStat.Type.FILE ? answer.size() : 0, answer.target()]
  }
}
