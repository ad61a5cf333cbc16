package kit.modules.system

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.query.Content
import kit.query.FileContent
import kit.spi.Plan
import kit.spi.PlanException
import kit.spi.Step
import spock.lang.Requires
import spock.lang.Specification

class SysctlSpec extends Specification {
  static final FILE = '/etc/sysctl.d/99-kit.conf'

  def "#before, kernel #now and #arguments: #after, #commands"() {
    given:
    def plan = plan(before, now, arguments)
    def steps = plan instanceof Plan.Unchanged ? [] : plan.steps()

    expect:
    after == (steps.find { it instanceof Step.Write }?.with { new String(content()) } ?: before)
    steps.findAll { it instanceof Step.Run }*.script()*.trim() == commands

    where:
    before                   | now  | arguments                       || after                     | commands
    null                     | '0'  | [value: '1']                    || 'a.b=1\n'                 | ["sysctl -p $FILE"]
    null                     | '0'  | [value: '1', reload: false]     || 'a.b=1\n'                 | []
    null                     | '0'  | [value: '1', sysctlSet: true]   || 'a.b=1\n'                 | ["sysctl -w 'a.b=1'", "sysctl -p $FILE"]
    '# x\na.b=1\n'           | '0'  | [value: '1']                    || '# x\na.b=1\n'            | []
    '# x\na.b=1\n'           | '0'  | [value: '1', sysctlSet: true]   || '# x\na.b=1\n'            | ["sysctl -w 'a.b=1'"]
    'a.b=1\nc=2\na/b = 3\n'  | '1'  | [value: '1\t2']                 || 'a.b=1 2\nc=2\n'          | ["sysctl -p $FILE"]
    '-a.b = 7\n;a.b=1\n'     | '1'  | [value: '1']                    || 'a.b=1\n;a.b=1\n'         | ["sysctl -p $FILE"]
    'a.b = 1\nc = 2\n'       | '1'  | [state: 'absent']               || 'c = 2\n'                 | ["sysctl -p $FILE"]
    'c = 2\n'                | null | [state: 'absent']               || 'c = 2\n'                 | []
    null                     | null | [value: '1', ignoreerrors: true] || 'a.b=1\n'                | ["sysctl -e -p $FILE"]
    null                     | '0'  | [value: 'Yes', reload: false]   || 'a.b=1\n'                 | []
    'a.b=0\n'                | '0'  | [value: 'false']                || 'a.b=0\n'                 | []
  }

  def "says what is wrong with #arguments"() {
    when:
    def plan = plan(null, null, arguments)
    if (plan instanceof Plan.Refused) throw new PlanException(plan.message(), '')

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                     || message
    [:]                           || 'value is missing'
    [value: '1']                  || 'the kernel has no parameter a.b'
    [name: 'a b', value: '1']     || "'a b' is no parameter of the kernel"
    [name: '../x', value: '1']    || "'../x' is no parameter of the kernel"
    [value: 'a\nb']               || 'value has several lines'
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "really sets the kernel"() {
    given:
    def host = Testbed.host('d1')
    host.sh("rm -f $FILE; mount -o remount,bind,rw /proc/sys; sysctl -w net.ipv4.ip_local_port_range='32768 60999'")

    expect:
    converges(host, make(Sysctl, name: 'net.ipv4.ip_local_port_range', value: '40000  50000', sysctlSet: true))
    host.sh('cat /proc/sys/net/ipv4/ip_local_port_range').text().split() == ['40000', '50000']
    converges(host, make(Sysctl, name: 'net/ipv4/conf/lo/forwarding', value: '1'))
    host.sh('cat /proc/sys/net/ipv4/conf/lo/forwarding').text() == '1\n'
    converges(host, make(Sysctl, name: 'net.ipv4.ip_local_port_range', state: 'absent'))
    (host.plan(make(Sysctl, name: 'net.ipv4.nosuch', value: '1')) as Plan.Refused).message() == 'the kernel has no parameter net.ipv4.nosuch'

    cleanup:
    host?.sh("rm -f $FILE; mount -o remount,bind,ro /proc/sys")
  }

  private static Plan plan(String text, String now, Map arguments) {
    def call = make(Sysctl, [name: 'a.b'] + arguments)
    call.plan(new FakeHost(answers: [
      (new KernelSetting(call.name())): Optional.ofNullable(now),
      (new Content(FILE)): text == null ? FileContent.missing(FileContent.State.ABSENT) : FileContent.of(text.bytes)]))
  }
}
