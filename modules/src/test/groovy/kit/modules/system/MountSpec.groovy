package kit.modules.system

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.query.Content
import kit.query.FileContent
import kit.query.PathStat
import kit.query.PathStat.Type
import kit.query.Stat
import kit.spi.Change
import kit.spi.Plan
import kit.spi.PlanException
import kit.spi.Step
import spock.lang.Requires
import spock.lang.Specification

class MountSpec extends Specification {
  static final LINE = '/dev/sdb1 /srv/a\\040b ext4 noatime 0 2'
  static final BACK = '</dev/null || { kit_r=$?; cat >/etc/fstab; exit $kit_r; }'
  static final CALL = [path: '/srv/a b', src: '/dev/sdb1', fstype: 'ext4', opts: 'noatime', passno: '2']

  def "#arguments with #fstab, mounted: #mounted"() {
    given:
    def plan = plan(fstab, mounted, arguments)

    expect:
    (plan instanceof Plan.Unchanged ? [] : plan instanceof Plan.Refused ? [plan.message()] : plan.steps().collect {
      it instanceof Step.Write ? new String(it.content()) : it.script().trim()
    }) == steps

    where:
    arguments                                         | fstab              | mounted     || steps
    CALL + [state: 'present']                         | null               | ''          || ["$LINE\n"]
    CALL + [state: 'present']                         | "# x\n$LINE\n"     | ''          || []
    CALL + [state: 'present']                         | '# x\n/dev/sdc1 /srv/a\\040b xfs\nb /b c' | '' || ["# x\n$LINE\nb /b c\n"]
    CALL + [state: 'present', boot: false]            | "$LINE\n"          | ''          || ["${LINE.replace('noatime', 'noatime,noauto')}\n"]
    CALL + [state: 'mounted']                         | "$LINE\n"          | '/dev/sdb1' || []
    CALL + [state: 'mounted']                         | "$LINE\n"          | ''          || ["mkdir -p -- '/srv/a b'", "mount '/srv/a b'"]
    CALL + [state: 'mounted', opts: 'ro']             | "$LINE\n"          | '/dev/sdb1' || ["${LINE.replace('noatime', 'ro')}\n", "mount -o remount '/srv/a b' $BACK"]
    CALL + [state: 'mounted']                         | "# x\n"            | ''          || ["# x\n$LINE\n", "mkdir -p -- '/srv/a b'", "mount '/srv/a b' $BACK"]
    CALL + [state: 'mounted']                         | null               | ''          || ["$LINE\n", "mkdir -p -- '/srv/a b'", "mount '/srv/a b' ${BACK.replace('cat >', 'rm -f -- ')}"]
    CALL + [state: 'mounted', fstab: '/own']          | "$LINE\n"          | ''          || ["mkdir -p -- '/srv/a b'", "mount -T /own '/srv/a b'"]
    CALL + [state: 'present']                         | LINE.replace('040b', '040b/') | '' || []
    CALL + [state: 'present', src: '/dev/R&D']        | LINE.replace('sdb1', 'R\\046D') | '' || []
    CALL + [state: 'present']                         | "$LINE\n\n"        | ''          || []
    CALL + [state: 'present']                         | LINE               | ''          || []
    [path: '/srv/a b', state: 'unmounted']            | "$LINE\n"          | '/dev/sdb1' || ["umount -- '/srv/a b'"]
    [path: '/srv/a b', state: 'unmounted']            | "$LINE\n"          | ''          || []
    [path: '/srv/a b', state: 'absent_from_fstab']    | "a\n$LINE\n"       | '/dev/sdb1' || ['a\n']
    [path: '/srv/a b', state: 'absent']               | "a\n$LINE\n"       | '/dev/sdb1' || ['a\n', "umount -- '/srv/a b'", "[ ! -d '/srv/a b' ] || rmdir -- '/srv/a b' 2>/dev/null || :"]
    [path: '/srv/a b', state: 'absent']               | 'a\n'              | ''          || []
    [path: '/srv/a b', state: 'remounted', opts: 'ro'] | ''                | '/dev/sdb1' || ["mount -o remount,ro '/srv/a b'"]
    [path: '/srv/a b', state: 'remounted']            | ''                 | ''          || ['/srv/a b is not mounted']
    CALL + [state: 'ephemeral']                       | ''                 | ''          || ["mkdir -p -- '/srv/a b'", "mount -t ext4 -o noatime /dev/sdb1 '/srv/a b'"]
    CALL + [state: 'ephemeral']                       | ''                 | '/dev/sdx'  || ['/dev/sdx is mounted on /srv/a b']
    [path: 'none', src: '/swap', fstype: 'swap', opts: 'sw', state: 'present'] | '/swap2 none swap sw 0 0\n' | '' || ['/swap2 none swap sw 0 0\n/swap none swap sw 0 0\n']
    [path: 'none', src: '/swap', fstype: 'swap', state: 'absent'] | '/swap2 none swap sw\n/swap none swap sw\n' | '' || ['/swap2 none swap sw\n']
  }

  def "#arguments is an error: #message"() {
    when:
    plan('', '', [path: '/x'] + arguments)

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                                              || message
    [state: 'mounted']                                     || 'state mounted needs src and fstype'
    [state: 'present', src: 'a\nb', fstype: 'ext4']        || 'an argument has several lines'
    [state: 'absent', path: 'x']                           || "path 'x' is not absolute"
    [state: 'mounted', src: '/s', fstype: 'swap']          || 'swap can be present and absent only'
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "really mounts and unmounts"() {
    given:
    def host = Testbed.host('d1')
    host.sh('umount /mnt/kit*; rm -rf /mnt/kit*; cp -p /etc/fstab /root/fstab.kit')
    def call = { Map more -> make(Mount, [path: '/mnt/kit a', src: 'tmpfs', fstype: 'tmpfs', opts: 'size=1m'] + more) }

    expect:
    converges(host, call(state: 'mounted'))
    host.sh("findmnt -n -o FSTYPE '/mnt/kit a'").text() == 'tmpfs\n'
    converges(host, call(state: 'mounted', opts: 'size=2m'))
    host.sh("findmnt -n -o OPTIONS '/mnt/kit a'").text().contains('size=2048k')
    converges(host, call(state: 'unmounted'))
    converges(host, call(state: 'mounted', opts: 'size=2m'))
    host.apply(call(state: 'remounted', opts: 'size=3m'))*.rc() == [0]
    converges(host, call(state: 'absent'))
    host.sh('ls /mnt; diff /etc/fstab /root/fstab.kit').text() == ''

    cleanup:
    host?.sh('umount /mnt/kit*; rm -rf /mnt/kit*; mv /root/fstab.kit /etc/fstab')
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "an entry that cannot be mounted does not stay in the fstab, where it might stop the next boot: #what"() {
    given:
    def host = Testbed.host('d1')
    host.sh('umount /mnt/kit*; rm -rf /mnt/kit*; cp -p /etc/fstab /root/fstab.kit')
    if (mounted) host.apply(make(Mount, path: '/mnt/kitm', src: 'tmpfs', fstype: 'tmpfs', opts: 'size=1m', state: 'mounted'))
    def before = host.sh('cat /etc/fstab').text()
    def call = make(Mount, [path: '/mnt/kitm', state: 'mounted'] + wrong)

    when:
    def outputs = (host.plan(call) as Change).steps().collect { host.step(it) }

    then:
    outputs.last().rc() != 0
    outputs.last().errors().contains('mount: ')
    host.sh('cat /etc/fstab').text() == before
    host.plan(call) instanceof Change

    cleanup:
    host?.sh('umount /mnt/kit*; rm -rf /mnt/kit*; mv /root/fstab.kit /etc/fstab')

    where:
    what               | mounted | wrong
    'no such device'   | false   | [src: '/dev/kit-none', fstype: 'ext4']
    'options refused'  | true    | [src: 'tmpfs', fstype: 'tmpfs', opts: 'size=nonsense']
  }

  private static Plan plan(String fstab, String mounted, Map arguments) {
    def directory = mounted ? PathStat.created(Type.DIRECTORY, 0755, 'root', 0, 0) : PathStat.ABSENT
    make(Mount, arguments).plan(new FakeHost(answers: [
      (new Content(arguments.fstab ?: '/etc/fstab')): fstab == null ? FileContent.missing(FileContent.State.ABSENT) : FileContent.of(fstab.bytes),
      (new Mounts()): mounted ? [new Mounts.Mounted(mounted, '/srv/a b', 'ext4', '/')] : [],
      (new Stat('/', true)): PathStat.created(Type.DIRECTORY, 0755, 'root', 0, 0),
      (new Stat('/srv/a b', true)): directory, (new Stat('/x', true)): directory]))
  }
}
