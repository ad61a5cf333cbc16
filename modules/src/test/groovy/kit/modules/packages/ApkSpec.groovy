package kit.modules.packages

import static kit.modules.Calls.make

import java.nio.file.Path
import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.modules.Testbed
import kit.spi.Change
import kit.spi.Output
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification

class ApkSpec extends Specification {
  static final STATE = new ApkState('/etc/apk/world')
  static final PRINTED = 'apk\nalpine-base\nnginx=1.24.0-r6\nbusybox>1.30\n\n#\nmusl\n1.2.4-r1\nalpine-base\n3.18-r0\nnginx\n1.24.0-r6\nbusybox\n1.36-r1\n'

  def "#arguments: #said"() {
    given:
    def found = STATE.probe([STATE]).reader().apply(Output.of(0, PRINTED, ''))[0]
    def call = make(Apk, arguments)
    def host = new FakeHost(answers: [(STATE): found])
    simulated.each { command, output -> host.answers[new ApkSimulation(command)] = new ApkSimulation(command).probe([]).reader().apply(output)[0] }
    def plan = call.plan(host)

    expect:
    (plan instanceof Plan.Unchanged ? plan.why() : plan instanceof Plan.Refused ? plan.message() : plan.steps()[0].script().trim()) == said

    where:
    arguments                                          | simulated                                                            || said
    [name: ['alpine-base']]                            | [:]                                                                  || 'alpine-base is installed'
    [name: ['nginx', 'nginx=1.24.0-r6', 'busybox>1.30']] | [:]                                                                || 'nginx, nginx=1.24.0-r6, busybox>1.30 are installed'
    [name: ['nginx=1.25.0-r0']]                        | ["add 'nginx=1.25.0-r0'": moves('(1/1) Upgrading nginx (1.24.0-r6 -> 1.25.0-r0)')] || "apk --no-progress add 'nginx=1.25.0-r0'"
    [name: ['musl']]                                   | ['add musl': moves('OK: 5 MiB in 4 packages')]                       || 'apk --no-progress add musl'
    [name: ['curl'], noCache: true, repository: 'http://h/x'] | ['add --no-cache --repositories-file /dev/null --repository http://h/x curl': moves('(1/2) Installing curl (8-r0)')] || 'apk --no-progress add --no-cache --repositories-file /dev/null --repository http://h/x curl'
    [name: ['nosuch']]                                 | ['add nosuch': Output.of(1, 'ERROR: unable to select packages:\n', '')] || 'apk add nosuch would fail: unable to select packages:'
    [name: ['curl'], updateCache: true]                | [:]                                                                  || 'apk --no-progress update >/dev/null || exit\napk --no-progress add curl'
    [name: ['busybox'], state: 'latest']               | ['add --upgrade busybox': moves('OK: 5 MiB')]                        || 'apk add --upgrade busybox has nothing to do'
    [name: ['nginx', 'curl'], state: 'absent']         | ['del nginx': moves('(1/1) Purging nginx (1.24.0-r6)')]              || 'apk --no-progress del nginx'
    [name: ['curl'], state: 'absent']                  | [:]                                                                  || 'curl is not installed'
    [name: ['musl'], state: 'absent']                  | [:]                                                                  || 'musl is installed because others need it'
    [upgrade: true, available: true]                   | ['upgrade --available': moves('(1/1) Upgrading musl (1 -> 2)')]      || 'apk --no-progress upgrade --available'
    [upgrade: true]                                    | [upgrade: moves('OK: 5 MiB')]                                        || 'apk upgrade has nothing to do'
    [updateCache: true]                                | [:]                                                                  || 'apk --no-progress update'
    [name: ['x'], updateCache: true, repository: ['/a', 'http://b']] | [:] || 'apk --no-progress update --repositories-file /dev/null --repository /a --repository http://b >/dev/null || exit\napk --no-progress add --repositories-file /dev/null --repository /a --repository http://b x'
  }

  def "the diff says what apk would do"() {
    given:
    def host = new FakeHost(answers: [(STATE): new ApkState.Found(true, [] as Set, [:]),
      (new ApkSimulation('add curl')): new ApkSimulation.Found(['Installing c-ares (1-r0)', 'Installing curl (8-r0)'], '')])
    def plan = make(Apk, name: ['curl']).plan(host) as Change

    expect:
    plan.diffs()*.after() == ['Installing c-ares (1-r0)\nInstalling curl (8-r0)\n']
    plan.opaque()
    plan.reader().apply([Output.of(0, '(1/1) Installing curl (8-r0)\nOK: 5 MiB in 4 packages\n', '')]) == [packages: ['Installing curl (8-r0)'], changed: true]
  }

  def "#arguments is an error"() {
    when:
    make(Apk, arguments).plan(new FakeHost())

    then:
    thrown(PlanException)

    where:
    arguments << [[:], [name: ['a b']], [name: ['-x']], [name: ['x'], upgrade: true], [name: ['x'], available: true]]
  }

  def "packages takes the host's own manager: #tool"() {
    given:
    def host = new FakeHost(answers: [(new PackageTool.Present()): tool, (STATE): new ApkState.Found(true, ['curl'] as Set, [curl: '8']),
      (new Dpkg('curl', true)): new Dpkg.Found([new Dpkg.Entry('curl', '7', true)], [], true)])
    def plan = make(Packages, name: ['curl']).plan(host)

    expect:
    (plan instanceof Plan.Unchanged ? plan.why() : plan.message()) == said

    where:
    tool              || said
    PackageTool.APK   || 'curl is installed'
    PackageTool.APT   || 'curl is installed'
    PackageTool.OTHER || 'the host has neither apt-get nor apk'
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "hosts without apk say so, and packages finds apt-get"() {
    expect:
    (Testbed.host('d2').plan(make(Apk, name: ['curl'])) as Plan.Refused).message() == 'the host has no apk'
    Testbed.host('d2').plan(make(Packages, name: ['dpkg'])) instanceof Plan.Unchanged
    Testbed.minimal().plan(make(Packages, name: ['curl'])) instanceof Plan.Refused
  }

  @Requires(value = { env.KIT_TEST_ALPINE_ROOTFS }, reason = 'KIT_TEST_ALPINE_ROOTFS names no Alpine root file system: apk is not tried for real')
  def "apk on a real Alpine, with a repository of its own"() {
    given:
    def root = Path.of(System.getenv('KIT_TEST_ALPINE_ROOTFS'))
    def host = new ShellHost(['chroot', root.toString(), 'sh'])
    def repository = new AlpineRepository(root)
    repository.publish('kit-lib', '1.0-r0')
    repository.publish('kit-hello', '1.0-r0', ['kit-lib'])
    def world = host.sh('cat /etc/apk/world').text()

    expect: 'first it changes, then it does not'
    (host.plan(make(Apk, name: ['kit-hello'])) as Change).diffs()*.after() == ['Installing kit-lib (1.0-r0)\nInstalling kit-hello (1.0-r0)\n']
    host.sh('cat /etc/apk/world').text() == world
    host.apply(make(Apk, name: ['kit-hello'], updateCache: true))*.rc() == [0]
    host.plan(make(Apk, name: ['kit-hello', 'kit-hello=1.0-r0'])) instanceof Plan.Unchanged
    host.plan(make(Packages, name: ['kit-hello'])) instanceof Plan.Unchanged

    when: 'there is a newer one'
    repository.publish('kit-hello', '1.1-r0', ['kit-lib'])

    then:
    host.plan(make(Apk, name: ['kit-hello'])) instanceof Plan.Unchanged
    (host.plan(make(Apk, name: ['kit-hello'], state: 'latest')) as Change).diffs()*.after() == ['Upgrading kit-hello (1.0-r0 -> 1.1-r0)\n']
    host.apply(make(Apk, name: ['kit-hello'], state: 'latest'))*.rc() == [0]
    host.plan(make(Apk, name: ['kit-hello'], state: 'latest')) instanceof Plan.Unchanged
    host.apply(make(Apk, name: ['kit-hello=1.0-r0']))*.rc() == [0]
    host.plan(make(Apk, name: ['kit-hello=1.0-r0'])) instanceof Plan.Unchanged

    and: 'what does not work is refused before anything is done'
    (host.plan(make(Apk, name: ['kit-no-such-package'])) as Plan.Refused).message().startsWith('apk add kit-no-such-package would fail: unable to select packages: kit-no-such-package (no such package)')
    (host.plan(make(Apk, name: ['kit-lib'], state: 'absent')) as Plan.Refused).message() == 'kit-lib is installed because others need it'

    and: 'it goes, with what it needed'
    host.apply(make(Apk, name: ['kit-hello'], state: 'absent'))*.rc() == [0]
    host.plan(make(Apk, name: ['kit-hello'], state: 'absent')) instanceof Plan.Unchanged
    host.sh('cat /etc/apk/world').text() == world

    cleanup:
    host?.sh('apk del kit-hello kit-lib')
    repository?.close()
  }

  private static Output moves(String text) { Output.of(0, text + '\n', '') }
}
