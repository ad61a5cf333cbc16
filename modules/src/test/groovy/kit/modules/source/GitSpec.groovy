package kit.modules.source

import static kit.modules.Calls.make

import com.sun.net.httpserver.HttpServer
import java.nio.file.Files
import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.modules.Testbed
import kit.spi.Change
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

@Requires({ ['git', '--version'].execute().waitFor() == 0 })
class GitSpec extends Specification {
  static SHELLS = ['dash', 'bash', 'busybox']
  @TempDir File place
  @TempDir @Shared File applets
  Map<String, String> commits = [:]
  File upstream

  def setupSpec() {
    ['busybox', '--install', '-s', applets.path].execute().waitFor()
    Files.createSymbolicLink(new File(applets, 'git').toPath(), new File('/usr/bin/git').toPath())
  }

  def setup() {
    upstream = repository('up stream')
    commits.one = commit(upstream, 'a', 'one')
    git(upstream, 'tag', '-a', '-m', 'first', 'v1')
    commits.two = commit(upstream, 'a', 'two')
    git(upstream, 'tag', 'light')
    git(upstream, 'checkout', '-q', '-b', 'feature/x')
    commits.feature = commit(upstream, 'b', 'feature')
    git(upstream, 'update-ref', 'refs/pull/7/head', commits.feature)
    git(upstream, 'checkout', '-q', 'main')
  }

  private File repository(String name) {
    def dir = new File(place, name)
    dir.mkdirs()
    git(dir, 'init', '-q', '-b', 'main')
    dir
  }

  private String commit(File dir, String file, String text) {
    new File(dir, file).text = text
    git(dir, 'add', '.')
    git(dir, 'commit', '-q', '-m', text)
    git(dir, 'rev-parse', 'HEAD')
  }

  private String git(File dir, String... words) {
    def settings = ['-c', 'user.name=k', '-c', 'user.email=k@k', '-c', 'protocol.file.allow=always']
    def process = new ProcessBuilder(['git'] + settings + words.toList()).directory(dir).redirectErrorStream(true).start()
    def out = process.inputStream.text
    assert process.waitFor() == 0: out
    out.trim()
  }

  private ShellHost host(String shell) {
    shell == 'busybox' ? new ShellHost(['env', "PATH=$applets".toString(), 'LC_ALL=C', 'sh'])
      : new ShellHost(shell == 'bash' ? ['bash', '--posix'] : [shell])
  }

  private static Map converge(ShellHost host, Git module) {
    def plan = host.plan(module)
    assert plan instanceof Change
    def outputs = plan.steps().collect { host.step(it) }
    assert outputs*.rc().every { it == 0 }: outputs*.errors()
    def again = host.plan(module)
    assert again instanceof Plan.Unchanged
    assert again.values().before == again.values().after
    def fields = plan.values() + plan.reader().apply(outputs)
    assert fields.after == plan.values().after: 'what was foretold'
    fields
  }

  def "checks out #version in #shell, and then has it"() {
    given:
    def dest = new File(place, "new/it's")
    def fields = converge(host(shell), make(Git, [repo: upstream.path, dest: dest.path, version: version ?: commits.one] + more))

    expect:
    fields.before == ''
    fields.after == commits[commit]
    git(dest, 'rev-parse', 'HEAD') == commits[commit]
    git(dest, 'rev-parse', '--abbrev-ref', 'HEAD') == branch
    git(dest, 'status', '--porcelain') == ''

    where:
    [shell, row] << [SHELLS, [
      ['HEAD', [:], 'two', 'main'],
      ['main', [depth: 1], 'two', 'main'],
      ['feature/x', [singleBranch: true], 'feature', 'feature/x'],
      ['v1', [remote: 'upstream'], 'one', 'HEAD'],
      ['light', [:], 'two', 'HEAD'],
      [null, [:], 'one', 'HEAD'],
      ['refs/pull/7/head', [umask: '077'], 'feature', 'HEAD'],
    ]].combinations()
    version = row[0]
    more = row[1]
    commit = row[2]
    branch = row[3]
  }

  def "brings what is there from #from to #to in #shell"() {
    given:
    def dest = new File(place, 'dest')
    converge(host(shell), make(Git, repo: upstream.path, dest: dest.path, version: from, depth: depth))
    commits.three = commit(upstream, 'a', 'three')
    git(upstream, 'tag', '-f', 'light')
    def fields = converge(host(shell), make(Git, repo: upstream.path, dest: dest.path, version: to ?: commits.one, depth: depth))

    expect:
    fields.after == commits[result]
    new File(dest, 'a').text == [one: 'one', two: 'two', three: 'three', feature: 'two'][result]

    where:
    [shell, row] << [SHELLS, [
      ['HEAD', 'HEAD', 0, 'three'],
      ['main', 'main', 1, 'three'],
      ['main', 'feature/x', 1, 'feature'],
      ['v1', 'main', 0, 'three'],
      ['light', 'light', 0, 'three'],
      ['main', null, 0, 'one'],
      ['main', 'refs/pull/7/head', 0, 'feature'],
    ]].combinations()
    from = row[0]
    to = row[1]
    depth = row[2]
    result = row[3]
  }

  def "a branch that was written anew upstream is followed, and a moved remote too"() {
    given:
    def dest = new File(place, 'dest')
    converge(host('dash'), make(Git, repo: upstream.path, dest: dest.path))
    git(upstream, 'reset', '-q', '--hard', commits.one)
    commits.other = commit(upstream, 'a', 'other')

    expect:
    converge(host('dash'), make(Git, repo: upstream.path, dest: dest.path)).after == commits.other

    when:
    def moved = new File(place, 'moved')
    upstream.renameTo(moved)

    then:
    converge(host('dash'), make(Git, repo: moved.path, dest: dest.path)).remoteUrlChanged
    git(dest, 'config', 'remote.origin.url') == moved.path
  }

  def "what was changed on the host stops it unless forced, in #shell"() {
    given:
    def dest = new File(place, 'dest')
    converge(host(shell), make(Git, repo: upstream.path, dest: dest.path))
    new File(dest, 'a').text = 'mine'
    new File(dest, 'untracked').text = 'mine'

    expect:
    def plan = host(shell).plan(make(Git, repo: upstream.path, dest: dest.path))
    plan instanceof Plan.Refused
    plan.message().endsWith('was changed on the host:  M a')
    converge(host(shell), make(Git, repo: upstream.path, dest: dest.path, force: true))
    new File(dest, 'a').text == 'two'
    new File(dest, 'untracked').text == 'mine'

    where:
    shell << SHELLS
  }

  def "a bare repository gets all branches and tags in #shell"() {
    given:
    def dest = new File(place, 'mirror.git')
    def module = make(Git, repo: upstream.path, dest: dest.path, bare: true)
    converge(host(shell), module)
    git(upstream, 'branch', 'later', commits.one)
    git(upstream, 'tag', '-a', '-m', 'x', 'v2')

    expect:
    converge(host(shell), module)
    git(dest, 'rev-parse', 'later', 'v1^{}') == "$commits.one\n$commits.one"
    git(dest, 'rev-parse', 'v2^{}') == commits.two

    where:
    shell << SHELLS
  }

  def "submodules come along"() {
    given:
    def inner = repository('inner')
    commit(inner, 'i', 'inner')
    git(upstream, 'submodule', '-q', 'add', inner.path, 'lib')
    git(upstream, 'commit', '-q', '-m', 'lib')
    def dest = new File(place, 'dest')

    expect:
    converge(host('dash'), make(Git, repo: upstream.path, dest: dest.path, version: first))
    converge(host('dash'), make(Git, [repo: upstream.path, dest: dest.path] + more)) || true
    new File(dest, 'lib/i').exists() == there

    where:
    first  | more                            || there
    'v1'   | [:]                             || true
    'v1'   | [recursive: false]              || false
  }

  def "update and clone can be off"() {
    given:
    def dest = new File(place, 'dest')

    expect:
    host('dash').plan(make(Git, repo: upstream.path, dest: dest.path, cloning: false)) instanceof Plan.Unchanged
    converge(host('dash'), make(Git, repo: upstream.path, dest: dest.path))
    commit(upstream, 'a', 'three')
    host('dash').plan(make(Git, repo: upstream.path, dest: dest.path, update: false)).values().after == commits.two
  }

  def "says what stands in the way: #message"() {
    given:
    new File(place, 'full').mkdirs()
    new File(place, 'full/x').text = ''
    new File(place, 'broken/.git').mkdirs()

    expect:
    def plan = host('dash').plan(make(Git, [repo: upstream.path, dest: "$place/$dest"] + more))
    plan instanceof Plan.Refused
    plan.message().contains(message)

    where:
    dest     | more                          || message
    'full'   | [:]                           || 'is there and is no repository'
    'full/x' | [:]                           || 'is there and is no repository'
    'broken' | [:]                           || 'not a git repository'
    'new'    | [version: 'nope']             || "no branch or tag 'nope'"
    'new'    | [repo: '/none']               || '/none cannot be read'
  }

  def "a user and password go to the server and nowhere else"() {
    given: 'a server of plain files'
    git(upstream, 'update-server-info')
    def seen = []
    def server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
    server.createContext('/') {
      def right = it.requestHeaders.getFirst('Authorization') == 'Basic ' + "joe:p@ss w'rd".bytes.encodeBase64()
      def file = new File(upstream, '.git' + it.requestURI.path)
      seen << right
      if (!right) it.responseHeaders.add('WWW-Authenticate', 'Basic realm="x"')
      it.sendResponseHeaders(right ? file.file ? 200 : 404 : 401, right && file.file ? 0 : -1)
      if (right && file.file) it.responseBody.withStream { out -> out.write(file.bytes) }
      it.close()
    }
    server.start()
    def dest = new File(place, 'dest')
    def log = new File(place, 'log')
    def spy = new File(place, 'spy')
    spy.mkdirs()
    new File(spy, 'git').text = "#!/bin/sh\nprintf '%s\\n' \"\$@\" >>$log\nexec /usr/bin/git \"\$@\"\n"
    new File(spy, 'git').executable = true
    def host = new ShellHost(['env', "PATH=$spy:/usr/bin:/bin".toString(), 'dash'])

    expect:
    converge(host, make(Git, repo: "http://joe:p%40ss%20w'rd@127.0.0.1:$server.address.port/", dest: dest.path, version: 'main'))
    seen.contains(true)
    log.text.contains('ls-remote')
    !(log.text =~ /p.*ss w|p%40/)
    !(new File(dest, '.git/config').text =~ /p.*ss|joe/)

    cleanup:
    server.stop(0)
  }

  def "a key and unknown servers: #accept"() {
    expect:
    def script = GitCommands.environment(Repository.of('git@h:x'), Optional.of("/root/it's"), accept) + 'printf %s "$GIT_SSH_COMMAND"; echo; echo $GIT_ALLOW_PROTOCOL'
    host('dash').sh(script).text() == command + '\nhttps:http:ssh:git\n'

    where:
    accept || command
    false  || "ssh -o BatchMode=yes -i '/root/it'\\''s' -o IdentitiesOnly=yes"
    true   || "ssh -o BatchMode=yes -i '/root/it'\\''s' -o IdentitiesOnly=yes -o StrictHostKeyChecking=accept-new"
  }

  def "nothing that a playbook gives is an option or a command: #arguments"() {
    when:
    make(Git, [repo: 'https://h/x.git', dest: '/x'] + arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message.contains(message)

    where:
    arguments                                  || message
    [repo: '-uxxx']                            || 'none that can be fetched'
    [repo: '--upload-pack=touch /tmp/x']       || 'none that can be fetched'
    [repo: 'ext::sh -c touch% /tmp/x']         || 'none that can be fetched'
    [repo: 'fd::17']                           || 'none that can be fetched'
    [repo: 'ext://x']                          || 'none that can be fetched'
    [repo: 'ssh://-oProxyCommand=x/y']         || 'none that can be fetched'
    [repo: '-oProxyCommand=x:y']               || 'none that can be fetched'
    [repo: 'git@-oProxyCommand=x:y']           || 'none that can be fetched'
    [repo: 'h:-x']                             || 'none that can be fetched'
    [repo: 'relative']                         || 'none that can be fetched'
    [repo: 'https://h/x\ny']                   || 'control character'
    [version: '--upload-pack=x']               || 'version'
    [version: 'a..b']                          || 'version'
    [version: 'a b']                           || 'version'
    [version: 'a:b']                           || 'version'
    [version: '*']                             || 'version'
    [remote: '-x']                             || 'remote'
    [refspec: '-x']                            || 'refspec'
    [refspec: '--x']                           || 'refspec'
    [umask: '8']                               || 'umask'
    [depth: -1]                                || 'depth'
    [dest: 'x']                                || 'not absolute'
  }

  def "a password is taken out of a URL: #repo"() {
    expect:
    def repository = Repository.of(repo)
    [repository.url(), repository.site(), repository.user(), repository.password()] == parts

    where:
    repo                             || parts
    'https://joe:p%3Aw@h:8443/x.git' || ['https://h:8443/x.git', 'https://h:8443', 'joe', 'p:w']
    'https://joe@h/x.git'            || ['https://joe@h/x.git', '', '', '']
    'ssh://git@h:2222/x.git'         || ['ssh://git@h:2222/x.git', '', '', '']
    'git@h:x.git'                    || ['git@h:x.git', '', '', '']
    '/srv/x.git'                     || ['/srv/x.git', '', '', '']
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "says so where there is no git"() {
    expect:
    Testbed.minimal().plan(make(Git, repo: 'https://h/x.git', dest: '/srv/x')).message() == 'the host has no git'
  }
}
