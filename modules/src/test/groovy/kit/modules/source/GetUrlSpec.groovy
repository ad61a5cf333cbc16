package kit.modules.source

import static kit.modules.Calls.make

import com.sun.net.httpserver.HttpServer
import java.nio.file.Files
import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.modules.Testbed
import kit.query.Checksum.Algorithm
import kit.spi.Change
import kit.spi.Mode
import kit.spi.Plan
import kit.spi.PlanException
import kit.spi.Source
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class GetUrlSpec extends Specification {
  static final byte[] CONTENT = (0..70_000).collect { (it * 7) as byte } as byte[]
  static final String SUM = Source.sha256(CONTENT)

  @TempDir File place
  @TempDir @Shared File programs
  @Shared @AutoCleanup('stop') Web web = new Web()

  /** A web server on loopback. */
  static class Web {
    final HttpServer server = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
    final List<Map<String, List<String>>> requests = Collections.synchronizedList([])

    Web() {
      serve('/tool.bin', 200, CONTENT)
      serve('/sums', 200, "${'0' * 64}  other\n$SUM *dir/tool.bin\n".bytes)
      serve('/nosums', 200, "${'0' * 64}  other\n${'1' * 64}  third\n".bytes)
      serve('/none', 404, 'not here'.bytes)
      server.createContext('/moved') {
        it.responseHeaders.add('Location', '/tool.bin')
        it.sendResponseHeaders(302, -1)
        it.close()
      }
      server.createContext('/cut') {
        it.sendResponseHeaders(200, 1000)
        it.responseBody.write(new byte[10])
        it.responseBody.flush()
        it.httpContext.server
        it.@connection?.close()
        it.close()
      }
      server.createContext('/private') {
        def right = it.requestHeaders.getFirst('Authorization') == 'Basic ' + 'joe:a "p\\w\' d'.bytes.encodeBase64() &&
          it.requestHeaders.getFirst('X-Team') == 'a "b" \\c'
        if (!right) it.responseHeaders.add('WWW-Authenticate', 'Basic realm="x"')
        it.sendResponseHeaders(right ? 200 : 401, right ? 2 : -1)
        if (right) it.responseBody.withStream { out -> out.write('ok'.bytes) }
        it.close()
      }
      server.start()
    }

    private void serve(String path, int status, byte[] content) {
      server.createContext(path) {
        requests << new HashMap(it.requestHeaders)
        it.sendResponseHeaders(status, content.length)
        it.responseBody.withStream { out -> out.write(content) }
      }
    }

    String url(String path) { "http://127.0.0.1:${server.address.port}$path" }

    void stop() { server.stop(0) }
  }

  /** A host that has one of the programs only; what it is told goes into a file if one is given. */
  private ShellHost having(String program, File log = null) {
    def applets = new File(programs, log != null ? "$program-spied" : program)
    if (!applets.exists()) {
      applets.mkdirs()
      assert ['busybox', '--install', '-s', applets.path].execute().waitFor() == 0
      if (program != 'busybox') new File(applets, 'wget').delete()
      if (log != null) {
        def spy = new File(applets, program)
        spy.text = "#!/bin/sh\nprintf '%s\\n' \"\$@\" >>$log\nenv >>$log\nexec /usr/bin/$program \"\$@\"\n"
        spy.executable = true
      } else if (program != 'busybox') {
        Files.createSymbolicLink(new File(applets, program).toPath(), new File("/usr/bin/$program").toPath())
      }
    }
    // busybox's sh runs its own wget whatever the path says
    new ShellHost(['env', "PATH=$applets".toString(), 'LC_ALL=C', program == 'busybox' ? 'sh' : '/bin/dash'])
  }

  private static boolean found(String program) {
    System.getenv('PATH').split(':').any { new File(it, program).canExecute() }
  }

  private Change run(ShellHost host, GetUrl module) {
    def plan = host.plan(module)
    assert plan instanceof Change
    def outputs = plan.steps().collect { host.step(it) }
    assert outputs*.rc().every { it == 0 }: outputs*.errors()
    plan
  }

  @Requires(value = { data.present }, reason = 'this program is not installed')
  def "downloads with #program, and then has it"() {
    given:
    def host = having(program)
    def dest = new File(place, "it's")
    def modules = [
      make(GetUrl, url: web.url('/tool.bin'), dest: dest.path),
      make(GetUrl, url: web.url('/moved'), dest: dest.path, checksum: "sha256:$SUM"),
      make(GetUrl, url: web.url('/tool.bin'), dest: dest.path, checksum: 'sha256:' + web.url('/sums')),
      make(GetUrl, url: web.url('/tool.bin'), dest: dest.path, force: true)]

    expect:
    modules.each {
      dest.delete()
      run(host, it)
      assert dest.bytes == CONTENT
      assert Files.getPosixFilePermissions(dest.toPath()).size() == 4
      assert host.plan(it) instanceof Plan.Unchanged
      assert place.list().toList() == ["it's"]
    }

    where:
    program   | present
    'curl'    | found('curl')
    'wget'    | found('wget')
    'busybox' | found('busybox')
  }

  @Requires(value = { data.present }, reason = 'this program is not installed')
  def "what is there is replaced only when asked for and if it differs, with #program"() {
    given:
    def host = having(program)
    def dest = new File(place, 'tool.bin')
    dest.text = 'old'
    dest.setReadable(false, false)
    dest.setReadable(true, true)
    def url = web.url('/tool.bin')

    expect:
    host.plan(make(GetUrl, url: url, dest: dest.path)) instanceof Plan.Unchanged
    run(host, make(GetUrl, url: url, dest: dest.path, force: true, backup: true))
    dest.bytes == CONTENT
    host.sh("stat -c %a $dest").text() == '600\n'
    place.list().size() == 2
    place.listFiles().find { it.name.endsWith('~') }.text == 'old'

    when:
    dest.text = 'other'

    then: 'in a directory it is compared'
    run(host, make(GetUrl, url: url, dest: place.path, mode: new Mode('640')))
    dest.bytes == CONTENT
    host.sh("stat -c %a $dest").text() == '640\n'
    host.plan(make(GetUrl, url: url, dest: "$place/")) instanceof Plan.Unchanged
    run(host, make(GetUrl, url: url, dest: dest.path, mode: new Mode('600')))
    host.sh("stat -c %a $dest").text() == '600\n'

    where:
    program   | present
    'curl'    | found('curl')
    'wget'    | found('wget')
    'busybox' | found('busybox')
  }

  @Requires(value = { data.present }, reason = 'this program is not installed')
  def "a link is written through, with #program"() {
    given:
    def target = new File(place, 'target')
    target.text = 'old'
    Files.createSymbolicLink(new File(place, 'link').toPath(), target.toPath())

    expect:
    run(having(program), make(GetUrl, url: web.url('/tool.bin'), dest: "$place/link", force: true))
    target.bytes == CONTENT
    Files.isSymbolicLink(new File(place, 'link').toPath())

    where:
    program = 'curl'
    present = found('curl')
  }

  @Requires(value = { data.present }, reason = 'this program is not installed')
  def "what fails leaves nothing behind with #program: #path"() {
    given:
    def host = having(program)
    def dest = new File(place, 'x')
    dest.text = 'old'
    def plan = host.plan(make(GetUrl, [url: web.url(path), dest: dest.path, checksum: 'sha256:' + '1' * 64]))
    def output = host.step(plan.steps()[0])

    expect:
    output.rc() != 0
    message.every { output.errors().contains(it) }
    dest.text == 'old'
    place.list().toList() == ['x']

    where:
    [row, path, message] << [
      [['curl', found('curl')], ['wget', found('wget')], ['busybox', found('busybox')]],
      [['/none', ['404']], ['/tool.bin', ["what came has the sha256sum $SUM, not"]]]
    ].combinations().collect { a, b -> [a, b[0], b[1]] }
    program = row[0]
    present = row[1]
  }

  @Requires(value = { data.present }, reason = 'this program is not installed')
  def "passwords and headers arrive with #program and are in no argument list"() {
    given:
    def log = new File(programs, "${program}.log")
    def host = having(program, log)
    def module = make(GetUrl, url: web.url('/private'), dest: "$place/x", force: true,
      headers: ['X-Team': 'a "b" \\c'], urlUsername: 'joe', urlPassword: 'a "p\\w\' d')

    expect:
    run(host, module)
    new File(place, 'x').text == 'ok'
    host.plan(module) instanceof Plan.Unchanged
    place.list().toList() == ['x']
    log.text.contains('PATH=')
    !(log.text =~ /p.w|Team|joe/)

    where:
    program | present
    'curl'  | found('curl')
    'wget'  | found('wget')
  }

  def "refuses with #by: #arguments"() {
    given:
    def all = [url: 'https://h/x', dest: '/x'] + arguments
    def download = new Download(all.url, all.headers ?: [:], Optional.ofNullable(all.urlUsername), Optional.empty(), 10, all.validateCerts != false)

    expect:
    download.objection(by, all.checksum != null).present == refused

    where:
    by                 | arguments                                      || refused
    Downloader.NONE    | [:]                                            || true
    Downloader.CURL    | [headers: [a: 'b']]                            || false
    Downloader.WGET    | [urlUsername: 'joe']                           || false
    Downloader.BUSYBOX | [headers: [a: 'b']]                            || true
    Downloader.BUSYBOX | [urlUsername: 'joe']                           || true
    Downloader.BUSYBOX | [:]                                            || true
    Downloader.BUSYBOX | [checksum: 'x']                                || false
    Downloader.BUSYBOX | [validateCerts: false]                         || false
    Downloader.BUSYBOX | [url: 'http://h/x']                            || false
  }

  def "says what it cannot fetch: #arguments"() {
    expect:
    def plan = having('curl').plan(make(GetUrl, [url: web.url('/tool.bin'), dest: "$place/x"] + arguments.collectEntries { k, v -> [k, v.toString().replace('WEB', web.url('')).replace('PLACE', place.path)] }))
    plan instanceof Plan.Refused
    plan.message().contains(message)

    where:
    arguments                          || message
    [dest: '/none/x']                  || 'no directory /none'
    [dest: '/dev/null']                || 'is a character device'
    [checksum: 'sha256:WEB/none']      || '404'
    [checksum: 'sha256:WEB/nosums']    || 'no checksum of tool.bin'
  }

  def "refuses #arguments"() {
    when:
    make(GetUrl, [url: 'https://h/x', dest: '/x'] + arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message.contains(message)

    where:
    arguments                                     || message
    [url: 'file:///etc/shadow']                   || 'none that can be fetched'
    [url: '-o/etc/x']                             || 'none that can be fetched'
    [url: 'https://joe:pw@h/x']                   || 'holds a user'
    [url: 'https://h/a b']                        || 'is none'
    [url: 'https://h/a\nurl = "x"']               || 'is none'
    [headers: [a: 'b\r\nc: d']]                   || 'control character'
    [urlPassword: 'x']                            || 'no urlUsername'
    [urlUsername: 'a:b', urlPassword: 'x']        || 'colon'
    [urlUsername: 'a\n', urlPassword: 'x']        || 'control'
    [checksum: 'abc']                             || 'how it is computed'
    [checksum: 'sha256:abc']                      || 'no sha256sum'
    [checksum: 'sha256:' + 'g' * 64]              || 'no sha256sum'
    [dest: 'x']                                   || 'not absolute'
    [owner: 'a:b']                                || 'no user name'
  }

  def "finds a checksum in '#list'"() {
    expect:
    new Sum(Algorithm.MD5, 'https://h/l').in(list, 'a b').orElse(null) == sum

    where:
    list                                       || sum
    "$A  a b\n$B  c\n"                         || A
    "$B *c\n$A *x/a b\n"                       || A
    "MD5 (a b) = $A\nMD5 (c) = $B\n"           || A
    "$A\n"                                     || A
    "# x\n\n${A.toUpperCase()}  a b\n"         || A
    "$A\n$B\n"                                 || null
    "$A  c\n"                                  || null
    ''                                         || null
  }
  static final String A = 'a' * 32
  static final String B = 'b' * 32

  def "a file in a directory is called as the URL ends: #url"() {
    expect:
    new Download(url, [:], Optional.empty(), Optional.empty(), 10, true).name() == name

    where:
    url                          || name
    'https://h/a/b.tgz?x=/y'     || 'b.tgz'
    'https://h/a%20b'            || 'a b'
    'https://h'                  || 'index.html'
    'https://h/a/'               || 'index.html'
    'https://h/a/..'             || 'index.html'
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "downloads on a host that has busybox only"() {
    given:
    def host = Testbed.minimal()
    def server = host.sh('mkdir -p /tmp/kit-web && echo hello > /tmp/kit-web/f; busybox httpd -f -p 127.0.0.1:8099 -h /tmp/kit-web >/dev/null 2>&1 & echo $!').text()
    def module = make(GetUrl, url: 'http://127.0.0.1:8099/f', dest: '/tmp/kit-web/got', checksum: 'sha256:' + Source.sha256('hello\n'.bytes))

    expect:
    Testbed.result(Testbed.converges(host, module)).size == 6

    cleanup:
    host.sh("rm -rf /tmp/kit-web; kill $server")
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "says so where nothing can download"() {
    expect:
    Testbed.last().plan(make(GetUrl, url: 'http://127.0.0.1/x', dest: '/tmp/x')).message() == 'the host has neither curl nor wget'
  }
}
