package kit.modules.system

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.fixture.Shells
import kit.modules.Testbed
import kit.query.Content
import kit.query.FileContent
import kit.spi.Change
import kit.spi.Plan
import kit.spi.PlanException
import kit.spi.Step
import spock.lang.Requires
import spock.lang.Specification

class HostnameSpec extends Specification {

  def "named #name with #stored in the file, systemd #systemd, use #use: #what"() {
    given:
    def host = new FakeHost()
    host.answers = [(new CurrentName()): new CurrentName.Found(name, systemd),
      (new Content('/etc/hostname')): FileContent.of(stored.bytes)]
    def plan = make(Hostname, name: 'web1', use: use).plan(host)

    expect:
    what == (plan instanceof Change
      ? plan.steps().collect { it instanceof Step.Write ? 'write' : it.script().split(' ')[0] }
      : plan.class.simpleName)

    where:
    name   | stored            | systemd | use       || what
    'web1' | 'web1\n'          | true    | 'auto'    || 'Unchanged'
    'web1' | '# x\n\nweb1\n'   | true    | 'auto'    || 'Unchanged'
    'old'  | 'web1\n'          | true    | 'auto'    || ['hostnamectl']
    'web1' | 'old'             | true    | 'auto'    || ['hostnamectl']
    'old'  | 'old'             | false   | 'auto'    || ['hostname', 'write']
    'old'  | 'web1'            | false   | 'auto'    || ['hostname']
    'old'  | ''                | true    | 'file'    || ['hostname', 'write']
    'old'  | 'old'             | false   | 'systemd' || 'Refused'
  }

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "reads the name in #shell"() {
    given:
    def probe = new CurrentName().probe([new CurrentName()])

    expect:
    probe.reader().apply(shell.host().sh(probe.script()))[0].name() == 'uname -n'.execute().text.trim()

    where:
    shell << Shells.all()
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "a host gets a name and gets its old one back"() {
    given:
    def host = Testbed.last()
    def old = host.sh('uname -n').text().trim()

    expect:
    converges(host, make(Hostname, name: 'kit-other.example'))
    host.sh('uname -n; cat /etc/hostname').text() == 'kit-other.example\n' * 2

    cleanup:
    converges(host, make(Hostname, name: old))
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "where the name may not be set, the file is not written either"() {
    given:
    def host = Testbed.minimal()
    def before = host.sh('cat /etc/hostname').text()

    expect:
    def output = host.step(host.plan(make(Hostname, name: 'kit-other')).steps()[0])
    output.errors().contains('Operation not permitted')
    host.sh('cat /etc/hostname').text() == before
  }

  def "refuses '#name'"() {
    when:
    make(Hostname, name: name).plan(new FakeHost())

    then:
    thrown(PlanException)

    where:
    name << ['', '-x', 'a b', 'a;b', 'x-', 'a..b', '.a', 'a' * 65, "it's", 'grün']
  }
}
