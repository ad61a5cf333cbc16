package kit.modules.services

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import java.time.Duration
import kit.modules.Testbed
import kit.spi.Change
import kit.spi.Module
import kit.spi.Output
import kit.spi.Plan
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

@Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
class ServiceHostSpec extends Specification {
  @Shared host = Testbed.host('d3')

  def setupSpec() {
    host.sh('mkdir -p /usr/local/lib/systemd/system')
    unit('kit-good', 'ExecStart=/bin/sleep 1000\nExecReload=/bin/true')
    unit('kit-one', 'Type=oneshot\nExecStart=/bin/true')
    host.sh('systemctl daemon-reload')
  }

  def cleanup() {
    host.sh('systemctl stop "kit-*"; systemctl unmask kit-good; systemctl disable kit-good')
  }

  def cleanupSpec() {
    host.sh('rm -f /usr/local/lib/systemd/system/kit-*; systemctl daemon-reload; systemctl reset-failed')
  }

  def "a service starts, stops, comes at boot, is masked and freed"() {
    expect:
    converges(host, make(Service, [name: 'kit-good', settle: Duration.ofMillis(300)] + arguments))
    host.sh('systemctl is-active kit-good; systemctl is-enabled kit-good').text().split() as List == is

    where:
    arguments                                         || is
    [state: 'started']                                || ['active', 'disabled']
    [state: 'started', enabled: true]                 || ['active', 'enabled']
    [enabled: true]                                   || ['inactive', 'enabled']
    [masked: true]                                    || ['inactive', 'masked']
  }

  def "goes back too"() {
    given:
    converges(host, make(Service, name: 'kit-good', state: 'started', enabled: true))

    expect:
    converges(host, make(Service, name: 'kit-good', state: 'stopped', enabled: false, masked: true))
    host.plan(make(Service, name: 'kit-good', state: 'started')).message() == 'kit-good.service is masked'
    converges(host, make(Service, name: 'kit-good', state: 'started', enabled: true, masked: false))
  }

  def "a restart and a reload are done every time"() {
    given:
    converges(host, make(Service, name: 'kit-good', state: 'started'))
    def pid = { host.sh('systemctl show -p MainPID kit-good').text() }
    def before = pid()

    expect:
    run(make(Service, name: 'kit-good', state: 'reloaded')).rc() == 0
    pid() == before
    run(make(Service, name: 'kit-good', state: 'restarted')).rc() == 0
    pid() != before
    run(make(Service, name: 'kit-good', state: 'restarted')).rc() == 0
  }

  def "a service that #how is a failure with its last words"() {
    given:
    unit(name, text)

    when:
    def output = run(make(Service, name: name, state: state))

    then:
    output.rc() != 0
    output.errors().contains(says)
    output.errors().contains('last words') && output.errors().contains('MY-WORDS')

    where:
    name       | how                    | state       | text                                                              || says
    'kit-bad1' | 'dies after 1 s'       | 'started'   | 'ExecStart=/bin/sh -c "echo MY-WORDS; sleep 1; exit 1"'           || 'died after its start'
    'kit-bad2' | 'dies again and again' | 'started'   | 'ExecStart=/bin/sh -c "echo MY-WORDS; exit 1"\nRestart=always'    || 'died after its start'
    'kit-bad3' | 'ends at once'         | 'restarted' | 'ExecStart=/bin/echo MY-WORDS'                                    || 'died after its start'
    'kit-bad4' | 'does not start'       | 'started'   | 'Type=forking\nExecStart=/bin/sh -c "echo MY-WORDS; exit 1"'      || 'did not start'
  }

  def "what runs once and ends is no failure"() {
    expect:
    run(make(Service, name: 'kit-one', state: 'started')).rc() == 0
  }

  def "a changed unit file is read again when asked for"() {
    given:
    converges(host, make(Service, name: 'kit-good', state: 'started'))
    host.sh('sleep 1')
    unit('kit-good', 'ExecStart=/bin/sleep 2000')

    expect:
    converges(host, make(Systemd, name: 'kit-good', state: 'started', daemonReload: true))
    run(make(Systemd, daemonReload: true)).rc() == 0
  }

  def "an unknown service is refused with a suggestion"() {
    expect:
    def plan = host.plan(make(Service, name: 'crond', state: 'started')) as Plan.Refused
    [plan.message(), plan.hint()] == ['the host has no unit crond.service', "did you mean 'cron.service'?"]
  }

  def "all units are asked for at once"() {
    given:
    def units = ['cron', 'sshd', 'none', 'kit-good'].collect { Unit.of(it, Scope.SYSTEM) }
    def probe = units[0].probe(units)

    expect:
    probe.reader().apply(host.sh(probe.script()))*.load() == ['loaded', 'loaded', 'not-found', 'loaded']
    probe.script().count('systemctl') == 1
  }

  def "the minimal host says that nothing manages services"() {
    expect:
    Testbed.host('m1').plan(make(Service, name: 'x', state: 'started')).message() ==
        'x.service can be neither started nor enabled: nothing on this host manages services (process 1 is init)'
  }

  private Output run(Module module) { host.step((host.plan(module) as Change).steps()[0]) }

  private void unit(String name, String text) {
    host.sh("printf '[Service]\\n%s\\n[Install]\\nWantedBy=multi-user.target\\n' '$text' >/usr/local/lib/systemd/system/${name}.service")
  }
}
