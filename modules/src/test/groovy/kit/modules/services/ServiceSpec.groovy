package kit.modules.services

import static kit.modules.Calls.make

import kit.fixture.FakeHost
import kit.spi.Change
import kit.spi.Output
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Specification

class ServiceSpec extends Specification {

  def "#arguments of a service that is #active, #file, #load"() {
    given:
    def (word, sub) = active.tokenize('/') + ['running']
    def state = new UnitState(Manager.SYSTEMD, 'nginx.service', load, word, sub, file, 'bad', word == 'active', load == 'old', false)

    expect:
    says(make(Service, [name: 'nginx'] + arguments).plan(host(state.load() == 'old' ? loaded(state) : state))) == plan

    where:
    arguments                                | active                    | file       | load        || plan
    [state: 'started']                       | 'active'                  | 'enabled'  | 'loaded'    || 'nginx.service is active'
    [state: 'started', enabled: true]        | 'active'                  | 'enabled'  | 'loaded'    || 'nginx.service is active, enabled'
    [state: 'started', enabled: true]        | 'inactive'                | 'disabled' | 'loaded'    || 'enable, start'
    [state: 'started']                       | 'failed'                  | 'enabled'  | 'loaded'    || 'start'
    [state: 'started']                       | 'activating/start'        | 'enabled'  | 'loaded'    || 'nginx.service is activating'
    [state: 'started']                       | 'activating/auto-restart' | 'enabled'  | 'loaded'    || 'start'
    [state: 'stopped']                       | 'active'                  | 'enabled'  | 'loaded'    || 'stop'
    [state: 'stopped']                       | 'activating/auto-restart' | 'enabled'  | 'loaded'    || 'stop'
    [state: 'stopped']                       | 'inactive'                | 'enabled'  | 'loaded'    || 'nginx.service is inactive'
    [state: 'stopped']                       | 'failed'                  | 'enabled'  | 'loaded'    || 'nginx.service is failed'
    [state: 'restarted']                     | 'active'                  | 'enabled'  | 'loaded'    || 'restart'
    [state: 'restarted']                     | 'inactive'                | 'enabled'  | 'loaded'    || 'start'
    [state: 'reloaded']                      | 'active'                  | 'enabled'  | 'loaded'    || 'reload'
    [state: 'reloaded']                      | 'inactive'                | 'enabled'  | 'loaded'    || 'start'
    [enabled: true]                          | 'active'                  | 'static'   | 'loaded'    || 'nginx.service is static'
    [enabled: false]                         | 'active'                  | 'static'   | 'loaded'    || 'nginx.service is static'
    [enabled: false]                         | 'active'                  | 'enabled'  | 'loaded'    || 'disable'
    [enabled: true]                          | 'active'                  | 'linked'   | 'loaded'    || 'enable'
    [masked: true]                           | 'inactive'                | 'masked'   | 'masked'    || 'nginx.service is masked'
    [masked: false]                          | 'inactive'                | 'enabled'  | 'loaded'    || 'nginx.service is not masked'
    [masked: false, enabled: true, state: 'started'] | 'inactive'        | 'masked'   | 'masked'    || 'unmask, enable, start'
    [masked: true, enabled: false, state: 'stopped'] | 'active'          | 'enabled'  | 'loaded'    || 'stop, disable, mask'
    [masked: true, enabled: false, state: 'stopped'] | 'inactive'        | 'masked'   | 'masked'    || 'nginx.service is inactive, masked, masked'
    [state: 'started']                       | 'inactive'                | 'masked'   | 'masked'    || 'nginx.service is masked'
    [state: 'stopped']                       | 'inactive'                | 'masked'   | 'masked'    || 'nginx.service is inactive'
    [state: 'started', daemonReload: true]   | 'active'                  | 'enabled'  | 'loaded'    || 'nginx.service is active'
    [state: 'started', daemonReload: true]   | 'active'                  | 'enabled'  | 'old'       || 'daemon-reload'
    [state: 'started', daemonReload: true]   | 'inactive'                | ''         | 'not-found' || 'daemon-reload, start'
    [state: 'started']                       | 'inactive'                | ''         | 'not-found' || 'the host has no unit nginx.service'
    [masked: true]                           | 'inactive'                | ''         | 'not-found' || 'mask'
    [state: 'started']                       | 'inactive'                | ''         | 'error'     || 'nginx.service cannot be loaded: bad'
  }

  def "says what it cannot do"() {
    given:
    def state = new UnitState(manager, 'nginx.service', 'loaded', 'active', 'running', 'enabled', '', false, false, false)

    def host = host(state)
    host.answers[new FirstProcess()] = 'sleep'
    host.answers[new InitScript(manager, 'nginx')] = new InitScript.Found(false, InitScript.Runs.NO, false)

    expect:
    (make(type, name: 'nginx', state: 'reloaded').plan(host) as Plan.Refused).message() == message

    where:
    type    | manager          || message
    Service | Manager.SYSTEMD  || 'nginx.service cannot reload'
    Service | Manager.OPENRC   || 'services of this host are managed by OpenRC, and there is no /etc/init.d/nginx'
    Service | Manager.SYSVINIT || 'services of this host are managed by init scripts, and there is no /etc/init.d/nginx'
    Systemd | Manager.OPENRC   || 'services of this host are managed by OpenRC'
    Service | Manager.NONE     || 'nginx.service can be neither started nor enabled: nothing on this host manages services (process 1 is sleep)'
  }

  def "only what can run code is opaque"() {
    given:
    def state = new UnitState(Manager.SYSTEMD, 'nginx.service', 'loaded', active, '', 'disabled', '', true, false, false)

    expect:
    (make(Service, [name: 'nginx'] + arguments).plan(host(state)) as Change).opaque() == opaque

    where:
    arguments            | active     || opaque
    [state: 'started']   | 'inactive' || true
    [state: 'restarted'] | 'active'   || true
    [state: 'reloaded']  | 'active'   || true
    [state: 'stopped']   | 'active'   || false
    [enabled: true]      | 'active'   || false
  }

  def "systemd without a name speaks to the manager"() {
    given:
    def plan = make(Systemd, arguments).plan(new FakeHost()) as Change

    expect:
    plan.steps()[0].script() == script
    plan.values().changed == changed

    where:
    arguments                             || script                   | changed
    [daemonReload: true]                  || 'systemctl daemon-reload' | false
    [daemonReexec: true]                  || 'systemctl daemon-reexec' | null
    [daemonReload: true, scope: 'user']   || 'XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$(id -u)} systemctl --user daemon-reload' | false
  }

  def "refuses #arguments"() {
    when:
    make(Systemd, arguments).plan(new FakeHost())

    then:
    thrown(PlanException)

    where:
    arguments << [[:], [state: 'started'], [name: 'a*'], [name: '-f'], [name: 'a b'], [name: 'a/b']]
  }

  def "a name stands for a service unless it says what it is"() {
    expect:
    Unit.of(name, Scope.SYSTEM).name() == full

    where:
    name             || full
    'nginx'          || 'nginx.service'
    'a.timer'        || 'a.timer'
    'getty@tty1'     || 'getty@tty1.service'
    'php8.2-fpm'     || 'php8.2-fpm.service'
  }

  def "suggests #near for #name"() {
    expect:
    UnitNames.nearest("${name}.service", ['cron.service', 'ssh.service', 'php8.2-fpm.service', 'nginx.service']) == near

    where:
    name     || near
    'ngnix'  || 'nginx.service'
    'crond'  || 'cron.service'
    'php'    || 'php8.2-fpm.service'
    'mysql'  || ''
  }

  def "reads units by any of their names"() {
    given:
    def units = ['sshd', 'none', 'old'].collect { Unit.of(it, Scope.SYSTEM) }
    def states = units[0].probe(units).reader().apply(Output.of(0, '''SYSTEMD
Id=ssh.service
Names=ssh.service sshd.service
LoadState=loaded
ActiveState=active
UnitFileState=enabled
CanReload=yes

Names=none.service
LoadState=not-found

Names=old.service
LoadState=loaded
UnitFileState=generated

Sysv=old.service
''', ''))

    expect:
    states*.id() == ['ssh.service', 'none.service', 'old.service']
    states*.enabled() == [true, false, true]
    states*.found() == [true, false, true]
    states*.canReload() == [true, false, false]
  }

  private static UnitState loaded(UnitState s) {
    new UnitState(s.manager(), s.id(), 'loaded', s.active(), s.sub(), s.file(), '', true, true, false)
  }

  private static FakeHost host(UnitState state) {
    new FakeHost(answers: [(Unit.of('nginx', Scope.SYSTEM)): state, (new UnitNames(Scope.SYSTEM)): ['cron.service']])
  }

  private static String says(Plan plan) {
    if (plan instanceof Plan.Unchanged) return plan.why()
    if (plan instanceof Plan.Refused) return plan.message()
    plan.summary() - ' nginx.service'
  }
}
