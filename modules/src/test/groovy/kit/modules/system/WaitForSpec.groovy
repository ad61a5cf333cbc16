package kit.modules.system

import static kit.modules.Calls.make

import java.util.concurrent.CompletableFuture
import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.fixture.Shells
import kit.spi.Change
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class WaitForSpec extends Specification {
  @TempDir File place
  @AutoCleanup ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName('127.0.0.1'))

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "looks at once in #shell: #arguments"() {
    given:
    new File(place, 'x').text = 'app\nready in 5 ms\n'
    if (arguments.state == 'drained') server.close()
    def given = arguments.collectEntries { k, v -> [k, k == 'path' ? v.replace('PLACE', place.path) : v == 'OPEN' ? server.localPort : v] }

    expect:
    shell.host().plan(make(WaitFor, given)).class == plan

    where:
    [shell, row] << [Shells.all(), [
      [[port: 'OPEN'], Plan.Unchanged],
      [[port: 'OPEN', host: 'localhost'], Plan.Unchanged],
      [[port: 'OPEN', state: 'stopped'], Change],
      [[port: 1], Change],
      [[port: 1, state: 'stopped'], Plan.Unchanged],
      [[port: 'OPEN', state: 'drained'], Plan.Unchanged],
      [[path: 'PLACE/x'], Plan.Unchanged],
      [[path: 'PLACE/x', searchRegex: 'ready in [0-9]+'], Plan.Unchanged],
      [[path: 'PLACE/x', searchRegex: 'never'], Change],
      [[path: 'PLACE/none'], Change],
      [[path: 'PLACE/none', searchRegex: 'x'], Change],
      [[path: 'PLACE/none', state: 'absent'], Plan.Unchanged],
      [[path: 'PLACE/x', state: 'absent'], Change],
      [[path: 'PLACE/x', delay: '1'], Change],
    ]].combinations()
    arguments = row[0]
    plan = row[1]
  }

  def "a port with a connection is not drained"() {
    given:
    def client = new Socket('127.0.0.1', server.localPort)

    expect:
    new ShellHost(['dash']).plan(make(WaitFor, port: server.localPort, state: 'drained')) instanceof Change

    cleanup:
    client.close()
  }

  def "really connects with #program where the host is another"() {
    given:
    def host = new ShellHost(['dash'])
    def open = Condition.port('127.0.0.2', other.localPort, false, Optional.empty(), 2)
    def only = { String text -> text.replace(Ports.WAY, "kit_way=$way\n") }

    expect:
    host.sh(only(open) + 'kit_ok').rc() == 0
    other.close()
    host.sh(only(open) + 'kit_ok').rc() == 1

    cleanup:
    other.close()

    where:
    program   | way
    'bash'    | 'bash'
    'perl'    | 'perl'
    other = new ServerSocket(0, 5, InetAddress.getByName('127.0.0.2'))
  }

  def "finds the program that can connect"() {
    expect:
    new ShellHost(['dash']).sh(Ports.WAY + 'echo $kit_way').text() == 'bash\n'
  }

  def "says what is missing where nothing can connect"() {
    given:
    def host = new ShellHost(['env', "PATH=$place".toString(), '/bin/dash'])

    expect:
    def plan = host.plan(make(WaitFor, host: '127.0.0.2', port: 80))
    plan instanceof Plan.Refused
    plan.message() == 'the host has no program that can connect to a port'
    host.plan(make(WaitFor, port: server.localPort)) instanceof Plan.Unchanged
  }

  def "says what grep says about a wrong expression"() {
    given:
    new File(place, 'x').text = ''

    expect:
    new ShellHost(['dash']).plan(make(WaitFor, path: "$place/x", searchRegex: '(')).message().contains('grep')
  }

  def "hears what a port says"() {
    given:
    CompletableFuture.runAsync { server.accept().withStreams { i, o -> o << '220 mail ready\r\n'; o.flush(); sleep 3000 } }

    expect:
    def host = new ShellHost(['dash'])
    host.plan(make(WaitFor, port: server.localPort, searchRegex: '^220 ', connectTimeout: '1s')) instanceof Plan.Unchanged
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "waits until it is so in #shell"() {
    given:
    def host = shell.host()
    def file = new File(place, 'x')
    def plan = host.plan(make(WaitFor, path: file.path, timeout: '20s'))
    CompletableFuture.runAsync { sleep 2000; file.text = '' }

    expect:
    plan.effect() == Change.Effect.WAITS
    plan.touches().empty
    def output = host.step(plan.steps()[0])
    output.rc() == 0
    (1..20).contains(plan.reader().apply([output]).elapsed as int)

    where:
    shell << Shells.all()
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "gives up when the time is over in #shell"() {
    given:
    def host = shell.host()
    def output = host.step(host.plan(make(WaitFor, [path: '/none', timeout: '1s'] + more)).steps()[0])

    expect:
    output.rc() == 1
    output.errors() == message

    where:
    [shell, row] << [Shells.all(), [
      [[:], 'it is not so after 1 s: /none is there\n'],
      [[msg: "it's late", delay: '1s'], "it's late\n"],
    ]].combinations()
    more = row[0]
    message = row[1]
  }

  def "without port and path it only waits"() {
    expect:
    make(WaitFor, timeout: '7s').plan(new FakeHost()).steps()[0].script() == 'sleep 7\n'
  }

  def "two calls do not share what they saw"() {
    given:
    def first = new FakeHost()
    def second = new FakeHost()

    expect:
    question(first) == question(first)
    question(first) != question(second)
  }

  private static question(FakeHost host) {
    try {
      make(WaitFor, port: 80).plan(host)
    } catch (kit.spi.Unanswered unanswered) {
      unanswered.queries()[0]
    }
  }

  def "refuses #arguments"() {
    when:
    make(WaitFor, arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message.contains(message)

    where:
    arguments                                            || message
    [port: 80, path: '/x']                               || 'both'
    [port: 0]                                            || 'no port 0'
    [port: 65536]                                        || 'no port 65536'
    [port: 80, host: '-oProxyCommand=x']                 || 'no name'
    [port: 80, host: 'a b']                              || 'no name'
    [path: '/x', state: 'drained']                       || 'drained'
    [path: '/x', state: 'absent', searchRegex: 'x']      || 'searchRegex'
    [path: 'x']                                          || 'not absolute'
  }
}
