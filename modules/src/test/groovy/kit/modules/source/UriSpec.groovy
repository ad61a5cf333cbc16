package kit.modules.source

import static kit.modules.Calls.make

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.query.PathStat
import kit.query.Stat
import kit.spi.Change
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class UriSpec extends Specification {
  @Shared HttpServer server
  @Shared String base
  @Shared List<Map> seen = []
  @TempDir java.io.File dir

  def cleanupSpec() { server.stop(0) }

  def setupSpec() {
    server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
    base = "http://127.0.0.1:$server.address.port"
    server.createContext('/') { HttpExchange it ->
      seen << [method: it.requestMethod, path: it.requestURI.toString(), headers: it.requestHeaders.collectEntries { k, v -> [k.toLowerCase(), v[0]] }, body: it.requestBody.text]
      def path = it.requestURI.path
      int status = path.startsWith('/status/') ? path.substring(8) as int : path == '/moved' ? 302 : 200
      if (path == '/moved') it.responseHeaders.add('Location', "$base/json")
      it.responseHeaders.add('Content-Type', path == '/json' ? 'application/json' : 'text/plain')
      def text = (path == '/json' ? '{"a": [1, 2.5, true, null, "\\u00e9\\n"], "b": {}}' : "body of $path").getBytes('UTF-8')
      boolean none = it.requestMethod == 'HEAD' || status == 204
      it.sendResponseHeaders(status, none ? -1 : text.length)
      if (!none) it.responseBody.write(text)
      it.close()
    }
    server.start()
  }

  @Requires(value = { ['sh', '-c', 'command -v curl'].execute().waitFor() == 0 }, reason = 'curl is not installed')
  def "#arguments gets #expected"() {
    given:
    seen.clear()
    def host = new ShellHost(['sh'])
    def plan = host.plan(make(Uri, [url: base + path] + arguments)) as Change

    when:
    def output = host.step(plan.steps()[0])
    def values = plan.reader().apply([output])

    then:
    output.rc() == 0
    values.subMap(expected.keySet()) == expected
    values.changed == false
    with(seen.last()) { sent.every { key, value -> it[key] == value } }
    plan.reading() == (seen[0].method in ['GET', 'HEAD'])

    where:
    path         | arguments                                                       || expected                                        | sent
    '/x'         | [:]                                                             || [status: 200, contentType: 'text/plain']        | [method: 'GET']
    '/x'         | [returnContent: true]                                           || [content: 'body of /x']                         | [:]
    '/json'      | [returnContent: true]                                           || [json: [a: [1, 2.5d, true, null, 'é\n'], b: [:]]] | [:]
    '/moved'     | [returnContent: true]                                           || [status: 200, contentType: 'application/json']  | [path: '/json']
    '/moved'     | [followRedirects: 'none', statusCode: ['302']]                  || [status: 302]                                   | [path: '/moved']
    '/moved'     | [method: 'POST', statusCode: ['302'], body: 'x']                || [status: 302]                                   | [path: '/moved']
    '/x'         | [method: 'HEAD']                                                || [status: 200]                                   | [method: 'HEAD']
    '/status/204' | [method: 'DELETE', statusCode: ['200', '204']]                 || [status: 204]                                   | [method: 'DELETE']
    '/x'         | [method: 'POST', body: [a: 'q"\n', b: [1, null]], bodyFormat: 'json'] || [status: 200]                             | [body: '{"a":"q\\u000a"'.replace('q', 'q\\"') + ',"b":[1,null]}']
    '/x'         | [method: 'PUT', body: [a: 'x y', b: ['1', '2']], bodyFormat: 'form_urlencoded'] || [status: 200]                   | [body: 'a=x+y&b=1&b=2', method: 'PUT']
    '/x'         | [method: 'POST', body: '@raw "text"\n']                         || [status: 200]                                   | [body: '@raw "text"\n']
    '/x'         | [method: 'POST', body: 'long \u00e9\n' * 30_000]                     || [status: 200]                                   | [body: 'long \u00e9\n' * 30_000]
    '/x'         | [method: 'POST', body: '']                                      || [status: 200]                                   | [body: '', method: 'POST']
    '/x'         | [urlUsername: 'me', urlPassword: 'se"cret']                     || [status: 200]                                   | [:]
  }

  @Requires(value = { ['sh', '-c', 'command -v curl'].execute().waitFor() == 0 }, reason = 'curl is not installed')
  def "headers and passwords arrive and stand in no script; another status fails"() {
    given:
    seen.clear()
    def host = new ShellHost(['sh'])
    def plan = host.plan(make(Uri, url: "$base/status/500", method: 'POST', body: 'canary', headers: ['X-Token': 'canary'], urlUsername: 'me', urlPassword: 'canary')) as Change

    when:
    def output = host.step(plan.steps()[0])

    then:
    output.rc() == 22
    output.errors() == 'the answer is 500, not 200\nbody of /status/500'
    seen[0].headers.'x-token' == 'canary'
    seen[0].body == 'canary'
    seen[0].headers.authorization == 'Basic ' + 'me:canary'.bytes.encodeBase64()
    !plan.steps()[0].script().contains('canary')
  }

  def "is passed over: #arguments"() {
    given:
    def host = new FakeHost(answers: [(new Stat('/there', false)): PathStat.created(PathStat.Type.FILE, 0644, 'root', 0, 0), (new Stat('/none', false)): PathStat.ABSENT])

    expect:
    (make(Uri, [url: 'http://x/'] + arguments).plan(host) as Plan.Unchanged).why() == why

    where:
    arguments            || why
    [creates: '/there']  || '/there exists'
    [removes: '/none']   || '/none does not exist'
  }

  def "says that curl is missing"() {
    expect:
    (make(Uri, url: 'http://x/').plan(new FakeHost(answers: [(new Downloader.Present()): Downloader.WGET])) as Plan.Refused).message() == 'the host has no curl, which uri needs'
  }

  def "#arguments is an error: #message"() {
    when:
    make(Uri, [url: 'http://x/'] + arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message.startsWith(message)

    where:
    arguments                        || message
    [url: 'ftp://x/y']               || 'uri speaks http and https only'
    [url: 'http://a:b@x/']           || 'the URL holds a user'
    [method: 'get']                  || "'get' is no method"
    [statusCode: ['20x']]            || "'20x' is no status"
    [body: [a: 1]]                   || 'a raw body is a text'
    [headers: [a: 'b\nc']]           || 'a header holds a line end'
    [body: 'x', bodyFormat: 'json', statusCode: ['2']] || "'2' is no status"
  }
}
