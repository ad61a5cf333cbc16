package kit.modules.packages

import static kit.modules.Calls.make

import java.time.Duration
import kit.fixture.FakeHost
import kit.spi.Change
import kit.spi.Output
import kit.spi.Plan
import kit.spi.PlanException
import kit.spi.Unanswered
import spock.lang.Specification

class AptSpec extends Specification {
  static OPTIONS = "-o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold -o DPkg::Lock::Timeout=60"
    .replaceAll(/(\S+=\S+)/, "'\$1'")

  def "#arguments where nginx is #nginx"() {
    expect:
    says(make(Apt, arguments).plan(host(nginx))) == plan

    where:
    arguments                                           | nginx     || plan
    [name: 'nginx']                                     | '1.22-1'  || 'nginx is installed'
    [name: ['nginx', 'sudo']]                           | '1.22-1'  || 'nginx, sudo are installed'
    [name: 'nginx,sudo']                                | '1.22-1'  || 'nginx, sudo are installed'
    [name: 'nginx', updateCache: true]                  | '1.22-1'  || 'nginx is installed'
    [name: 'nginx=1.22*']                               | '1.22-1'  || 'nginx=1.22* is installed'
    [name: 'nginx=1.22-[12]']                           | '1.22-1'  || 'nginx=1.22-[12] is installed'
    [name: 'nginx=1.2']                                 | '1.22-1'  || 'there is no version 1.2 of nginx; there is 1.23-1, 1.22-1'
    [name: 'nginx=1.23*']                               | '1.22-1'  || "apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS install 'nginx=1.23*'"
    [name: ['nginx', 'sudo']]                           | null      || "apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS install nginx"
    [name: 'nginx']                                     | 'rc'      || "apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS install nginx"
    [name: 'nginx', onlyUpgrade: true]                  | null      || 'nginx is installed'
    [name: 'nginx', updateCache: true]                  | null      || "refresh && apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS install nginx"
    [name: 'nginx', cacheValidTime: Duration.ofHours(1)] | null     || "apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS install nginx"
    [name: 'nginx', cacheValidTime: Duration.ofMinutes(1)] | null   || "refresh && apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS install nginx"
    [name: 'nginx', installRecommends: false, defaultRelease: 'sid', lockTimeout: 5, dpkgOptions: '', purge: true, autoremove: true] | null ||
      "apt-get -y -q -o Dpkg::Use-Pty=0 -o 'DPkg::Lock::Timeout=5' --auto-remove --purge -t sid -o 'APT::Install-Recommends=no' install nginx"
    [name: 'nginx', force: true]                        | null      || "apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS --allow-unauthenticated --allow-downgrades --allow-change-held-packages --allow-remove-essential install nginx"
    [name: 'nginx', state: 'latest']                    | '1.23-1'  || 'nginx is up to date'
    [name: 'nginx', state: 'latest']                    | '1.22-1'  || "apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS install nginx"
    [name: 'nginx=1.22*', state: 'latest']              | '1.22-1'  || 'nginx=1.22* is up to date'
    [name: 'nginx', state: 'latest', onlyUpgrade: true] | null      || 'nginx is up to date'
    [name: 'nginx', state: 'latest', updateCache: true] | '1.23-1'  || "refresh && apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS install nginx"
    [name: 'mta']                                       | null      || 'mta is up to date'
    [name: 'nosuch']                                    | null      || 'apt knows no package nosuch'
    [name: 'nosuch', updateCache: true]                 | null      || "refresh && apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS install nosuch"
    [name: 'nginx', state: 'absent']                    | '1.22-1'  || "apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS remove nginx"
    [name: 'nginx=1.1*', state: 'absent']               | '1.22-1'  || 'none of nginx=1.1* is installed'
    [name: 'nginx', state: 'absent']                    | null      || 'none of nginx is installed'
    [name: 'nginx', state: 'absent']                    | 'rc'      || 'none of nginx is installed'
    [name: 'nginx', state: 'absent', purge: true]       | 'rc'      || "apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS --purge remove nginx"
    [name: 'ngin*', state: 'absent']                    | '1.22-1'  || "apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS remove nginx"
    [updateCache: true]                                 | null      || 'refresh'
    [cacheValidTime: Duration.ofHours(1)]               | null      || 'the package lists are fresh'
    [upgrade: 'dist']                                   | null      || "apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS dist-upgrade"
    [upgrade: 'yes']                                    | null      || 'apt-get upgrade --with-new-pkgs has nothing to do'
    [upgrade: 'dist', updateCache: true]                | null      || "refresh && apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS dist-upgrade"
    [name: 'tree', state: 'build-dep']                  | null      || 'apt-get build-dep tree would fail: no sources'
    [autoremove: true]                                  | null      || 'apt-get autoremove has nothing to do'
    [clean: true]                                       | null      || 'apt keeps no downloaded packages'
    [deb: '/a.deb']                                     | null      || "apt-get -y -q -o Dpkg::Use-Pty=0 $OPTIONS install /a.deb"
    [deb: '/a.deb']                                     | '1.23-1'  || 'nginx:amd64 1.23-1 is installed'
    [deb: '/b.deb']                                     | null      || 'the host has no package file /b.deb'
  }

  def "shows versions"() {
    expect:
    def diff = (make(Apt, arguments).plan(host(nginx)) as Change).diffs()[0]
    [diff.before(), diff.after()] == [before, after]

    where:
    arguments                           | nginx    || before               | after
    [name: 'nginx']                     | null     || ''                   | 'nginx 1.23-1\n'
    [name: 'nginx', state: 'latest']    | '1.22-1' || 'nginx 1.22-1\n'     | 'nginx 1.23-1\n'
    [name: 'nginx', updateCache: true]  | null     || ''                   | 'nginx (newest)\n'
    [name: 'nginx', state: 'absent']    | '1.22-1' || 'nginx 1.22-1\n'     | ''
    [upgrade: 'dist']                   | null     || 'curl 7.1\ngone 1\n' | 'curl 7.2\nnew 2\n'
  }

  def "asks for installed packages and the age of the lists at once, for versions only if need be"() {
    given:
    def host = new FakeHost()

    when:
    make(Apt, name: ['nginx', 'sudo'], cacheValidTime: Duration.ofHours(1)).plan(host)

    then:
    def e = thrown(Unanswered)
    e.queries() == [new Dpkg('nginx', true), new Dpkg('sudo', true), new ListsAge()] as Set
  }

  def "refuses #arguments"() {
    when:
    make(Apt, arguments).plan(host(null))

    then:
    thrown(PlanException)

    where:
    arguments << [[:], [name: 'nginx', upgrade: 'dist'], [name: 'nginx', deb: '/a.deb'], [name: 'nginx>=1'], [name: '-y'],
      [name: 'a b'], [name: 'nginx='], [name: ''], [name: '$(x)'], [deb: 'a.deb'], [deb: '/a.deb', state: 'absent'], [name: 'ngin*']]
  }

  def "reads what dpkg-query prints"() {
    given:
    def names = ['libc6:i386', 'libc6', 'awk', 'mta', 'old', 'none', 'lib*'].collect { new Dpkg(it, true) }
    def answers = names[0].probe(names).reader().apply(Output.of(0, '''\
un |awk||||
rc |old|amd64|1|x|
ii |libc6|amd64|2.36||
hi |libc6|i386|2.35||
iF |broken|all|1||
provided
ii |mawk|amd64|1.3|awk|
ii |exim|amd64|4|mail (= 4), mta|
''', ''))

    expect:
    answers*.versions() == [['2.35'], ['2.36', '2.35'], [], [], [], [], ['2.36', '2.35']]
    answers*.providers() == [[], [], ['mawk'], ['exim'], [], [], []]
    answers[4].packages() == [new Dpkg.Entry('old', '1', false)]
    new Dpkg('x', false).probe([new Dpkg('x', false)]).reader().apply(Output.of(0, 'none\n', ''))*.dpkg() == [false]
  }

  def "reads what apt-get -s prints"() {
    given:
    def queries = ['a', 'b', 'c'].collect { new Simulation(it) }
    def answers = queries[0].probe(queries).reader().apply(Output.of(0, '''\
Inst curl [7.88.1] (7.88.2 Debian:12.15/stable [amd64]) []
Inst tree (2.1.0-1 Debian:12.15/oldstable [amd64])
Remv gone [1.0]
Conf tree (2.1.0-1 Debian:12.15/oldstable [amd64])
kit 0
E: Unable to locate package x
kit 100
kit 0
''', ''))

    expect:
    answers[0].moves()*.toString() == ['curl 7.88.1 7.88.2', 'tree  2.1.0-1', 'gone 1.0 '].collect {
      def words = it.split(' ', 3)
      new Simulation.Move(*words).toString()
    }
    answers*.error() == ['', 'Unable to locate package x', '']
  }

  private static FakeHost host(String nginx) {
    def entries = nginx == null ? [] : [new Dpkg.Entry('nginx', nginx == 'rc' ? '1' : nginx, nginx != 'rc')]
    def found = new Dpkg.Found(entries, [], true)
    def sudo = new Dpkg.Found([new Dpkg.Entry('sudo', '1', true)], [], true)
    def none = new Dpkg.Found([], [], true)
    def nothing = new Simulation.Found([], '')
    new FakeHost(answers: [
      (new Dpkg('nginx', true)): found, (new Dpkg('nginx', false)): found, (new Dpkg('ngin*', false)): found,
      (new Dpkg('nginx:amd64', false)): found, (new Dpkg('ngin*', true)): found,
      (new Dpkg('sudo', true)): sudo, (new Dpkg('nosuch', true)): none,
      (new Dpkg('mta', true)): new Dpkg.Found([], ['exim'], true),
      (new Policy('nginx', '')): new Policy.Found(true, '1.23-1', ['1.23-1', '1.22-1']),
      (new Policy('nginx', 'sid')): new Policy.Found(true, '1.23-1', ['1.23-1', '1.22-1']),
      (new Policy('nosuch', '')): new Policy.Found(false, '', []),
      (new Policy('mta', '')): new Policy.Found(true, '', []),
      (new ListsAge()): 600L, (new ArchiveCache()): false,
      (new DebFile('/a.deb')): Optional.of(new DebFile.Found('nginx:amd64', '1.23-1')),
      (new DebFile('/b.deb')): Optional.empty(),
      (new Simulation("$OPTIONS dist-upgrade".toString())): new Simulation.Found([
        new Simulation.Move('curl', '7.1', '7.2'), new Simulation.Move('new', '', '2'), new Simulation.Move('gone', '1', '')], ''),
      (new Simulation("$OPTIONS upgrade --with-new-pkgs".toString())): nothing,
      (new Simulation("$OPTIONS --auto-remove autoremove".toString())): nothing,
      (new Simulation("$OPTIONS build-dep tree".toString())): new Simulation.Found([], 'no sources'),
    ])
  }

  private static String says(Plan plan) {
    if (plan instanceof Plan.Unchanged) return plan.why()
    if (plan instanceof Plan.Refused) return plan.message()
    plan.steps().collect { it.script().startsWith('[ -w') ? 'refresh' : it.script().readLines()[0] }.join(' && ')
  }
}
