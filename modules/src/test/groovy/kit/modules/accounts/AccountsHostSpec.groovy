package kit.modules.accounts

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges
import static kit.modules.Testbed.result

import kit.modules.Testbed
import kit.spi.Plan
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

@Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
class AccountsHostSpec extends Specification {
  static OLD = '$6$abcdefgh$' + 'a' * 86
  static NEW = '$6$abcdefgh$' + 'b' * 86
  @Shared host = Testbed.host('d1')

  def cleanup() {
    host.sh('userdel -r kit-anna; userdel -r kit-otto; groupdel kit-web; groupdel kit-anna; rm -rf /srv/kit')
  }

  def "a group comes, changes and goes"() {
    expect:
    result(converges(host, make(Group, name: 'kit-web'))).gid >= 1000
    converges(host, make(Group, name: 'kit-web', gid: 4711))
    host.plan(make(Group, name: 'kit-web', gid: 4711)).values() == [name: 'kit-web', state: 'present', gid: 4711]
    converges(host, make(Group, name: 'kit-web', state: 'absent'))
  }

  def "a user comes, changes and goes"() {
    given:
    converges(host, make(Group, name: 'kit-web'))

    expect:
    def made = result(converges(host, make(User, name: 'kit-anna', groups: ['adm'], comment: "An'na \$HOME")))
    made.uid >= 1000
    made.home == '/home/kit-anna'
    host.sh('stat -c %U /home/kit-anna').text() == 'kit-anna\n'
    converges(host, make(User, name: 'kit-anna', groups: ['kit-web'], append: true, shell: '/bin/bash'))
    host.sh('id -Gn kit-anna').text().split().toSet() == ['kit-anna', 'adm', 'kit-web'].toSet()
    converges(host, make(User, name: 'kit-anna', groups: ['kit-web'], group: 'kit-web'))
    converges(host, make(User, name: 'kit-anna', groups: []))
    host.sh('id -Gn kit-anna').text() == 'kit-web\n'
    converges(host, make(User, name: 'kit-anna', home: '/srv/kit', moveHome: true, uid: 4712, comment: ''))
    host.sh('stat -c %u /srv/kit; ls -d /home/kit-anna').text() == '4712\n'
    converges(host, make(User, name: 'kit-anna', state: 'absent', remove: true))
    host.sh('ls -d /srv/kit').rc() == 2
  }

  def "passwords, locks and expiry"() {
    given:
    def hash = { host.sh("grep '^kit-otto:' /etc/shadow | cut -d: -f2").text().trim() }

    expect:
    converges(host, make(User, name: 'kit-otto', password: OLD, createHome: false, system: true))
    hash() == OLD
    converges(host, make(User, name: 'kit-otto', password: NEW))
    hash() == NEW
    host.plan(make(User, name: 'kit-otto', password: OLD, updatePassword: 'on_create')) instanceof Plan.Unchanged
    converges(host, make(User, name: 'kit-otto', passwordLock: true))
    hash() == '!' + NEW
    converges(host, make(User, name: 'kit-otto', passwordLock: false))
    hash() == NEW
    converges(host, make(User, name: 'kit-otto', expires: '2031-05-06'))
    converges(host, make(User, name: 'kit-otto', expires: 'never'))
  }

  def "a home directory below a place that is not there"() {
    expect:
    converges(host, make(User, name: 'kit-anna', home: '/srv/kit/homes/anna', umask: '077'))
    host.sh('stat -c "%U %a" /srv/kit/homes/anna').text() == 'kit-anna 700\n'
  }

  def "the minimal host is read without getent and says what it lacks"() {
    given:
    def minimal = Testbed.host('m1')

    expect:
    minimal.plan(make(User, name: 'root', uid: 0, home: '/root')) instanceof Plan.Unchanged
    minimal.plan(make(Group, name: 'root', gid: 0)) instanceof Plan.Unchanged
    minimal.plan(make(User, name: 'kit-anna')).message() == 'the host has neither useradd nor adduser'
  }
}
