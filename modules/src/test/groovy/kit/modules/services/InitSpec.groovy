package kit.modules.services

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import java.time.Duration
import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.modules.Testbed
import kit.modules.services.InitScript.Found
import kit.modules.services.InitScript.Runs
import kit.spi.Change
import kit.spi.Output
import kit.spi.Plan
import spock.lang.Requires
import spock.lang.Specification

/** Services that OpenRC or init scripts manage. */
class InitSpec extends Specification {

  def "#manager: #arguments where the service is #runs, at boot: #enabled"() {
    given:
    def unit = Unit.of('web', Scope.SYSTEM)
    def state = new UnitState(manager, 'web.service', '', '', '', '', '', false, false, false)
    def found = new Found(true, runs, enabled)
    def host = new FakeHost(answers: [(unit): state, (new InitScript(manager, 'web')): found])

    when:
    def plan = make(Service, [name: 'web', settle: Duration.ZERO] + arguments).plan(host)

    then:
    (plan instanceof Plan.Unchanged ? plan.why() : plan instanceof Plan.Refused ? plan.message()
      : plan.steps()[0].script().readLines().findAll { !(it =~ /^(kit_init\(|exec)/) }.join('; ').replace(' || exit', '')) == said

    where:
    manager          | arguments                           | runs         | enabled || said
    Manager.SYSVINIT | [state: 'started']                  | Runs.NO      | false   || 'kit_init web start'
    Manager.SYSVINIT | [state: 'started']                  | Runs.YES     | false   || 'web is started, not started at boot'
    Manager.SYSVINIT | [state: 'stopped', enabled: false]  | Runs.YES     | true    || 'update-rc.d web disable; kit_init web stop'
    Manager.SYSVINIT | [enabled: true]                     | Runs.UNKNOWN | false   || 'update-rc.d web defaults; update-rc.d web enable'
    Manager.SYSVINIT | [state: 'started']                  | Runs.UNKNOWN | false   || '/etc/init.d/web cannot tell whether its service runs'
    Manager.SYSVINIT | [state: 'restarted']                | Runs.UNKNOWN | false   || 'kit_init web restart'
    Manager.SYSVINIT | [state: 'restarted']                | Runs.NO      | false   || 'kit_init web start'
    Manager.SYSVINIT | [state: 'reloaded']                 | Runs.YES     | false   || 'kit_init web reload'
    Manager.SYSVINIT | [masked: true]                      | Runs.YES     | false   || 'services of this host are managed by init scripts, which cannot mask'
    Manager.OPENRC   | [state: 'started', enabled: true]   | Runs.NO      | false   || 'rc-update add web default; rc-service web start'
    Manager.OPENRC   | [state: 'started']                  | Runs.CRASHED | true    || 'rc-service web restart'
    Manager.OPENRC   | [state: 'stopped', enabled: false]  | Runs.CRASHED | true    || 'for kit_f in /etc/runlevels/*/web; do rc-update del web "$(basename "${kit_f%/*}")"; done; rc-service web stop'
    Manager.OPENRC   | [state: 'reloaded']                 | Runs.NO      | true    || 'rc-service web start'
    Manager.OPENRC   | [state: 'stopped', enabled: true]   | Runs.NO      | true    || 'web is stopped, started at boot'
  }

  def "reads what the probe prints"() {
    given:
    def scripts = ('a'..'g').collect { new InitScript(Manager.SYSVINIT, it) }

    expect:
    scripts[0].probe(scripts).reader().apply(Output.of(0, '1 0\n0 3\n-\n0 1\n0 4\n1 u\n0 32\n', '')) ==
      [new Found(true, Runs.YES, true), new Found(true, Runs.NO, false), new Found(false, Runs.NO, false), new Found(true, Runs.NO, false),
        new Found(true, Runs.UNKNOWN, false), new Found(true, Runs.UNKNOWN, true), new Found(true, Runs.CRASHED, false)]
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "#manager really starts, stops and enables"() {
    given:
    Testbed.drop('init')
    def host = Testbed.bare('init')
    def output = host.sh(prepare)
    assert output.rc() == 0: output.errors()
    def cron = { Map arguments -> make(Service, [name: 'cron', settle: Duration.ofMillis(600)] + arguments) }

    expect:
    converges(host, cron(state: 'started'))
    host.sh('pgrep -c -r R,S -x cron').text() == '1\n'
    converges(host, cron(state: 'stopped', enabled: false))
    host.sh('pgrep -c -r R,S -x cron').text() == '0\n'
    host.sh("ls $links").rc() != 0
    converges(host, cron(state: 'started', enabled: true))
    host.sh("ls $links").rc() == 0
    host.apply(cron(state: 'restarted'))*.rc() == [0]
    host.apply(cron(state: 'reloaded'))*.rc() == [0]

    and: 'one that dies is told'
    host.sh(dying, new byte[0]).rc() == 0
    def died = host.apply(make(Service, name: 'dying', state: 'started', settle: Duration.ofMillis(600)))[0]
    died.rc() != 0
    died.errors().contains('dying died after its start') || died.errors().contains('failed to start')

    and:
    (host.plan(make(Service, name: 'nosuch', state: 'started')) as Plan.Refused).message().endsWith('there is no /etc/init.d/nosuch')

    cleanup:
    Testbed.drop('init')

    where:
    manager  | prepare                                                                              | links                 | dying
    'SysV'   | 'ls /etc/init.d/cron'                                                                | '/etc/rc2.d/S??cron'  | SYSV
    'OpenRC' | 'apt-get install -y -q openrc >/dev/null && mkdir -p /run/openrc && touch /run/openrc/softlevel' | '/etc/runlevels/*/cron' | OPENRC
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "where nothing manages services that is said"() {
    expect:
    (Testbed.minimal().plan(make(Service, name: 'nginx', state: 'started')) as Plan.Refused).message() ==~
      /nginx.service can be neither started nor enabled: nothing on this host manages services \(process 1 is .+\)/
  }

  static final SYSV = '''cat >/etc/init.d/dying <<'E'
#!/bin/sh
case $1 in start) exit 0;; status) echo it is dead; exit 3;; esac
#!/bin/sh
case $1 in start) exit 0;; status) echo it is dead; exit 3;; esac
E
chmod 755 /etc/init.d/dying'''

  static final OPENRC = '''cat >/etc/init.d/dying <<'E'
#!/sbin/openrc-run
start() { return 0; }
status() { eerror it is dead; return 3; }
E
chmod 755 /etc/init.d/dying'''
}
