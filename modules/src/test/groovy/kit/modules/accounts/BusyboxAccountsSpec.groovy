package kit.modules.accounts

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges
import static kit.modules.Testbed.result

import kit.fixture.ShellHost
import kit.spi.Plan
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** Accounts by busybox's adduser and its like, in an Alpine root file system: Debian's busybox is built without them. */
@Requires(value = { env.KIT_TEST_ALPINE_ROOTFS }, reason = 'KIT_TEST_ALPINE_ROOTFS names no Alpine root file system: busybox accounts are not tried for real')
class BusyboxAccountsSpec extends Specification {
  static HASH = '$6$abcdefgh$' + 'a' * 86
  @Shared host = new ShellHost(['chroot', System.getenv('KIT_TEST_ALPINE_ROOTFS'), 'sh'])

  def cleanup() {
    host.sh('for u in kit-anna kit-otto; do deluser --remove-home $u; done; for g in kit-web kit-db kit-anna kit-otto; do delgroup $g; done; rm -rf /srv/kit /home/kit-anna /home/kit-otto')
  }

  def "a group comes and goes"() {
    expect:
    result(converges(host, make(Group, name: 'kit-web'))).gid >= 1000
    converges(host, make(Group, name: 'kit-db', gid: 4711))
    host.plan(make(Group, name: 'kit-db', gid: 4711)) instanceof Plan.Unchanged
    result(converges(host, make(Group, name: 'kit-sys', system: true))).gid < 1000
    host.plan(make(Group, name: 'kit-db', gid: 4712)).message() == "changing a group's number needs groupmod"
    ['kit-web', 'kit-db', 'kit-sys'].each { converges(host, make(Group, name: it, state: 'absent')) }
  }

  def "a user comes and goes"() {
    given:
    converges(host, make(Group, name: 'kit-web'))
    converges(host, make(Group, name: 'kit-db'))

    expect:
    def made = result(converges(host, make(User, name: 'kit-anna', comment: "An'na \$HOME", groups: ['kit-web'], uid: 4713)))
    made.uid == 4713
    made.home == '/home/kit-anna'
    made.shell == '/bin/sh'
    made.comment == "An'na \$HOME"
    host.sh('stat -c %U /home/kit-anna').text() == 'kit-anna\n'
    host.sh('id -Gn kit-anna').text().split().toSet() == ['kit-anna', 'kit-web'].toSet()
    converges(host, make(User, name: 'kit-anna', groups: ['kit-db'], append: true))
    host.sh('id -Gn kit-anna').text().split().toSet() == ['kit-anna', 'kit-web', 'kit-db'].toSet()
    host.plan(make(User, name: 'kit-anna', shell: '/bin/false')).message() == 'changing an account needs usermod'
    converges(host, make(User, name: 'kit-anna', state: 'absent', remove: true))
    host.sh('ls -d /home/kit-anna').rc() != 0
  }

  def "users of every kind: #what"() {
    given:
    converges(host, make(Group, name: 'kit-web'))

    expect:
    def made = result(converges(host, make([name: 'kit-otto'] + arguments, User)))
    (uids == null || made.uid in uids)
    arguments.findAll { it.key in ['home', 'shell', 'comment'] }.every { key, value -> made[key] == value }
    host.sh("ls -d ${arguments.home ?: '/home/kit-otto'}").rc() == (arguments.createHome == false ? 1 : 0)
    arguments.group == null || host.sh('id -gn kit-otto').text() == 'kit-web\n'

    where:
    what              | arguments                                              || uids
    'plain'           | [:]                                                    || (1000..60000)
    'system'          | [system: true, createHome: false]                      || (100..999)
    'a system home'   | [system: true, home: '/srv/kit/otto', shell: '/bin/false'] || (100..999)
    'a far home'      | [home: '/srv/kit/homes/otto']                          || null
    'no home'         | [createHome: false]                                    || null
    'a primary group' | [group: 'kit-web']                                     || null
    'system, group'   | [system: true, group: 'kit-web', createHome: false]    || (100..999)
    'a shell'         | [shell: '/bin/false', comment: '']                     || null
    'a number'        | [uid: 4714]                                            || [4714]
  }

  def "passwords"() {
    given:
    def hash = { host.sh("cat /etc/shadow /etc/passwd 2>/dev/null | grep '^kit-otto:' | head -n 1 | cut -d: -f2").text().trim() }

    expect:
    converges(host, make(User, name: 'kit-otto', password: HASH))
    hash() == HASH
    converges(host, make(User, name: 'kit-otto', password: HASH.replace('a', 'b')))
    hash() == HASH.replace('a', 'b')

    when: 'none was given: nobody can log in with an empty one'
    converges(host, make(User, name: 'kit-anna'))

    then:
    host.sh("cat /etc/shadow /etc/passwd 2>/dev/null | grep '^kit-anna:' | head -n 1 | cut -d: -f2").text().trim() in ['!', '*', 'x', '!!']
  }
}
