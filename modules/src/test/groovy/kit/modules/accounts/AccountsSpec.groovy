package kit.modules.accounts

import static kit.modules.Calls.make

import kit.fixture.FakeHost
import kit.spi.Change
import kit.spi.Output
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Specification

class AccountsSpec extends Specification {
  static ANNA = new Account('anna', 1001, 100, 'Anna', '/home/anna', '/bin/sh')
  static HASH = '$6$salt$' + 'x' * 86

  def "group #arguments on a host with #found"() {
    given:
    def host = new FakeHost(answers: [
      (new GroupEntry('web')): Optional.ofNullable(found == null ? null : new GroupEntry.Found('web', found)),
      (new AccountTools()): AccountTools.Kind.valueOf(tools),
    ])

    expect:
    says(make(Group, [name: 'web'] + arguments).plan(host)) == plan

    where:
    arguments                  | found | tools     || plan
    [:]                        | null  | 'SHADOW'  || 'groupadd web'
    [gid: 42, system: true]    | null  | 'SHADOW'  || 'groupadd -g 42 -r web'
    [gid: 42, nonUnique: true] | null  | 'SHADOW'  || 'groupadd -g 42 -o web'
    [gid: 42, system: true]    | null  | 'BUSYBOX' || 'addgroup -g 42 -S web'
    [:]                        | 42    | 'SHADOW'  || 'group web is there'
    [gid: 42]                  | 42    | 'NONE'    || 'group web is there'
    [gid: 43]                  | 42    | 'SHADOW'  || 'groupmod -g 43 web'
    [gid: 43]                  | 42    | 'BUSYBOX' || "changing a group's number needs groupmod"
    [:]                        | null  | 'NONE'    || 'the host has neither useradd nor adduser'
    [state: 'absent']          | null  | 'NONE'    || 'group web is not there'
    [state: 'absent']          | 42    | 'SHADOW'  || 'groupdel web'
    [state: 'absent']          | 42    | 'BUSYBOX' || 'delgroup web'
  }

  def "user #arguments where there is none"() {
    expect:
    says(make(User, [name: 'anna'] + arguments).plan(host(null, [:], tools))) == plan

    where:
    arguments                                                        | tools     || plan
    [:]                                                              | 'SHADOW'  || 'useradd -m anna </dev/null'
    [createHome: false, system: true, uid: 90]                       | 'SHADOW'  || 'useradd -u 90 -M -r anna </dev/null'
    [group: 'web', groups: ['adm', 'sudo'], shell: '/bin/sh']        | 'SHADOW'  || 'useradd -g web -G adm,sudo -s /bin/sh -m anna </dev/null'
    [groups: ['adm,sudo'], comment: "An'na", expires: '2030-01-02']  | 'SHADOW'  || "useradd -G adm,sudo -c 'An'\\''na' -e 2030-01-02 -m anna </dev/null"
    [home: '/srv/a', skeleton: '/etc/s', umask: '077']               | 'SHADOW'  || 'mkdir -p -- "$(dirname -- /srv/a)" && useradd -d /srv/a -m -k /etc/s -K \'UMASK=077\' anna </dev/null'
    [password: HASH]                                                 | 'SHADOW'  || 'useradd -m anna </dev/null && chpasswd -e'
    [group: 'web', groups: ['adm'], uid: 7, system: true, home: '/x', createHome: false] | 'BUSYBOX' || 'adduser -D -u 7 -G web -h /x -H -S anna </dev/null && addgroup anna adm'
    [group: 'none']                                                  | 'SHADOW'  || 'the host has no group none'
    [expires: 'never']                                               | 'BUSYBOX' || 'expires needs useradd'
    [:]                                                              | 'NONE'    || 'the host has neither useradd nor adduser'
    [state: 'absent', remove: true]                                  | 'NONE'    || 'user anna is not there'
  }

  def "user #arguments where there is one"() {
    expect:
    says(make(User, [name: 'anna'] + arguments).plan(host(ANNA, shadow, tools))) == plan

    where:
    arguments                                       | tools     | shadow                 || plan
    [:]                                             | 'NONE'    | [:]                    || 'user anna is there'
    [uid: 1001, group: 'users', comment: 'Anna', home: '/home/anna', shell: '/bin/sh', groups: ['adm']] | 'NONE' | [:] || 'user anna is there'
    [group: '100', groups: ['adm', 'users']]        | 'NONE'    | [:]                    || 'user anna is there'
    [shell: '/bin/bash']                            | 'SHADOW'  | [:]                    || 'usermod -s /bin/bash anna </dev/null'
    [shell: '/bin/bash']                            | 'BUSYBOX' | [:]                    || 'changing an account needs usermod'
    [uid: 5, nonUnique: true, group: 'web']         | 'SHADOW'  | [:]                    || 'usermod -u 5 -o -g web anna </dev/null'
    [home: '/srv/a', moveHome: true, comment: '']   | 'SHADOW'  | [:]                    || "usermod -c '' -d /srv/a -m anna </dev/null"
    [groups: ['sudo'], append: true]                | 'SHADOW'  | [:]                    || 'usermod -a -G sudo anna </dev/null'
    [groups: ['sudo'], append: true]                | 'BUSYBOX' | [:]                    || 'addgroup anna sudo'
    [groups: ['adm'], append: true]                 | 'SHADOW'  | [:]                    || 'user anna is there'
    [groups: ['sudo']]                              | 'SHADOW'  | [:]                    || 'usermod -G sudo anna </dev/null'
    [groups: []]                                    | 'SHADOW'  | [:]                    || "usermod -G '' anna </dev/null"
    [password: HASH]                                | 'SHADOW'  | [hash: HASH]           || 'user anna is there'
    [password: HASH]                                | 'SHADOW'  | [hash: '!' + HASH]     || 'user anna is there'
    [password: HASH]                                | 'SHADOW'  | [hash: '*']            || 'chpasswd -e'
    [password: HASH, updatePassword: 'on_create']   | 'SHADOW'  | [hash: '*']            || 'user anna is there'
    [password: HASH]                                | 'SHADOW'  | [readable: false]      || 'user root may not read passwords on this host'
    [passwordLock: true]                            | 'SHADOW'  | [hash: HASH]           || 'usermod -L anna </dev/null'
    [passwordLock: true, password: HASH]            | 'SHADOW'  | [hash: '!' + HASH]     || 'user anna is there'
    [passwordLock: false]                           | 'SHADOW'  | [hash: '!' + HASH]     || 'usermod -U anna </dev/null'
    [expires: '2030-01-02']                         | 'SHADOW'  | [hash: '*']            || 'usermod -e 2030-01-02 anna </dev/null'
    [expires: '86400']                              | 'SHADOW'  | [hash: '*', expires: 1] || 'user anna is there'
    [expires: 'never']                              | 'SHADOW'  | [hash: '*', expires: 1] || "usermod -e '' anna </dev/null"
    [state: 'absent']                               | 'SHADOW'  | [:]                    || 'userdel anna'
    [state: 'absent', remove: true, force: true]    | 'SHADOW'  | [:]                    || 'userdel -f -r anna'
    [state: 'absent', remove: true]                 | 'BUSYBOX' | [:]                    || 'deluser --remove-home anna'
  }

  def "the hash goes to standard input and nowhere else"() {
    when:
    def plan = make(User, name: 'anna', password: HASH, passwordLock: lock).plan(host(found, [hash: '*'], 'SHADOW')) as Change

    then:
    new String(plan.steps()[0].stdin().get()) == "anna:${lock ? '!' : ''}$HASH\n"
    !plan.steps()[0].script().contains('salt')
    !plan.diffs().toString().contains('salt')
    plan.diffs().toString().contains('hidden')

    where:
    found | lock
    null  | false
    null  | true
    ANNA  | false
    ANNA  | true
  }

  def "reads entries as getent or the file gives them"() {
    given:
    def printed = Output.of(2, 'root:x:0:0:root:/root:/bin/bash\nanna:x:1001:100:Anna:/home/anna:/bin/sh\n', '')
    def groups = Output.of(0, 'root:x:0:\n42:x:7:anna\nadm:x:42:x,anna\nno:x:9:annab\n', '')

    expect:
    new PasswdEntry('anna').probe([new PasswdEntry('anna'), new PasswdEntry('otto')]).reader().apply(printed) ==
      [Optional.of(ANNA), Optional.empty()]
    new GroupEntry('42').probe([new GroupEntry('42'), new GroupEntry('9'), new GroupEntry('8')]).reader().apply(groups) ==
      [Optional.of(new GroupEntry.Found('42', 7)), Optional.of(new GroupEntry.Found('no', 9)), Optional.empty()]
    new Memberships('anna').probe([new Memberships('anna')]).reader().apply(groups) == [['42', 'adm']]
  }

  def "refuses #arguments"() {
    when:
    def plan = make(User, [name: 'anna'] + arguments).plan(host(null, [:], 'SHADOW'))

    then:
    thrown(PlanException)

    where:
    arguments << [[name: '-f'], [name: 'a:b'], [name: ''], [comment: 'a:b'], [shell: '/bin/sh\nroot::0'],
      [password: 'a:b'], [nonUnique: true], [expires: 'tomorrow'], [groups: ['-x']]]
  }

  private static FakeHost host(Account account, Map shadow, String tools) {
    def groups = [users: 100, web: 33, adm: 4, sudo: 27]
    def answers = [
      (new PasswdEntry('anna')): Optional.ofNullable(account),
      (new AccountTools()): AccountTools.Kind.valueOf(tools),
      (new Memberships('anna')): account ? ['adm'] : [],
      (new ShadowEntry('anna')): new ShadowEntry.Found(shadow.readable ?: shadow.readable == null,
        Optional.ofNullable(shadow.hash), Optional.ofNullable(shadow.expires as Long)),
      (new GroupEntry('anna')): Optional.empty(),
      (new GroupEntry('none')): Optional.empty(),
      (new GroupEntry('100')): Optional.of(new GroupEntry.Found('users', 100)),
    ]
    groups.each { name, gid -> answers[new GroupEntry(name)] = Optional.of(new GroupEntry.Found(name, gid)) }
    new FakeHost(answers: answers)
  }

  private static String says(Plan plan) {
    if (plan instanceof Plan.Unchanged) return plan.why()
    if (plan instanceof Plan.Refused) return plan.message()
    assert !plan.opaque()
    def lines = plan.steps()[0].script().split(' &&\n') as List
    lines.findAll { !it.startsWith('if command -v getent') }.join(' && ')
  }
}
