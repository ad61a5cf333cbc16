package kit.modules.accounts

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges
import static kit.modules.Testbed.result

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

class AuthorizedKeySpec extends Specification {
  static final A = 'ssh-ed25519 AAAAaaaa'
  static final B = 'ecdsa-sha2-nistp256 AAAAbbbb'
  static final FILE = '/home/anna/.ssh/authorized_keys'

  def "#before and #arguments make #after"() {
    given:
    def host = keeping(before)

    expect:
    def plan = make(AuthorizedKey, [user: 'anna'] + arguments).plan(host)
    after == (plan instanceof Plan.Unchanged ? before : new String((plan.steps().last() as Step.Write).content()))

    and: 'again there is nothing to do'
    plan instanceof Plan.Unchanged || make(AuthorizedKey, [user: 'anna'] + arguments).plan(keeping(after)) instanceof Plan.Unchanged

    where:
    before                         | arguments                                        || after
    null                           | [key: A + ' a@b']                                || "$A a@b\n"
    ''                             | [key: "# mine\n$A\n$B\n"]                        || "$A\n$B\n"
    "# x\n$B"                      | [key: A]                                         || "# x\n$B\n$A\n"
    "$A"                           | [key: A]                                         || "$A"
    "$A\n\n\n"                     | [key: A]                                         || "$A\n\n\n"
    "$A\n\n"                       | [key: B]                                         || "$A\n\n$B\n"
    "$A old name\n$B\n"            | [key: A]                                         || "$A old name\n$B\n"
    "$A old\n$B\n"                 | [key: A, comment: 'new one']                     || "$A new one\n$B\n"
    "$A old\n"                     | [key: A + ' new']                                || "$A new\n"
    "$A\n"                         | [key: A, keyOptions: 'restrict,command="a b"']   || "restrict,command=\"a b\" $A\n"
    "command=\"a \\\" b\" $A x\n"  | [key: A]                                         || "$A x\n"
    "$A x\n$A y\n"                 | [key: A]                                         || "$A x\n"
    "# x\n$B\n$A\n"                | [key: A, exclusive: true]                        || "$A\n"
    "# x\n$A old\n$B\n"            | [key: A, state: 'absent']                        || "# x\n$B\n"
    "$B\n"                         | [key: A, state: 'absent']                        || "$B\n"
    null                           | [key: A, state: 'absent']                        || null
    "no-pty $A\n$B\n"              | [key: A, state: 'absent', exclusive: true]       || "$B\n"
  }

  def "#arguments is an error: #message"() {
    when:
    make(AuthorizedKey, [user: 'anna'] + arguments).plan(keeping(null))

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                                || message
    [key: '']                                || 'key holds no key'
    [key: 'hello']                           || "'hello' is no public key"
    [key: 'https://example.org/anna.keys']   || "'https://example.org/anna.keys' is no public key"
    [key: A, comment: "a\n$B"]               || 'comment holds a line end or another control character'
    [key: A, keyOptions: "no-pty\n$B"]       || 'keyOptions holds a line end or another control character'
    [key: A, user: '-x']                     || "'-x' cannot be the name of a user"
  }

  def "refuses to write through a link, and for nobody"() {
    expect:
    (make(AuthorizedKey, user: 'anna', key: A).plan(keeping('', '/etc/shadow')) as Plan.Refused).message() == "$FILE is a link to /etc/shadow"
    make(AuthorizedKey, user: 'anna', key: A, follow: true).plan(keeping('', '/etc/shadow')) instanceof Change
    (make(AuthorizedKey, user: 'otto', key: A).plan(nobody('otto')) as Plan.Refused).message() == 'there is no user otto'
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "really lets in and shuts out"() {
    given:
    def host = Testbed.host('d1')
    host.sh('userdel -r kit-key; useradd -m kit-key; rm -f /tmp/kit-key*; ssh-keygen -q -t ed25519 -N "" -f /tmp/kit-key')
    def key = host.sh('cat /tmp/kit-key.pub').text().trim()
    def login = { host.sh('ssh -v -i /tmp/kit-key -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null kit-key@localhost true') }
    def denied = { it.rc() == 255 && it.errors().contains('Permission denied') }

    expect:
    denied(login())
    result(converges(host, make(AuthorizedKey, user: 'kit-key', key: key))).keys == 1
    host.sh('stat -c "%U:%G %a" /home/kit-key/.ssh /home/kit-key/.ssh/authorized_keys').text() == 'kit-key:kit-key 700\nkit-key:kit-key 600\n'
    login().errors().contains('Authenticated to localhost')
    converges(host, make(AuthorizedKey, user: 'kit-key', key: key, keyOptions: 'restrict,command="echo forced"'))
    login().errors().contains('key options: command')
    converges(host, make(AuthorizedKey, user: 'kit-key', key: key, state: 'absent'))
    denied(login())

    cleanup:
    host?.sh('userdel -r kit-key; rm -f /tmp/kit-key*')
  }

  private static FakeHost nobody(String name) {
    def folder = "/home/$name/.ssh".toString()
    def file = "$folder/authorized_keys".toString()
    new FakeHost(answers: [(new PasswdEntry(name)): Optional.empty(), (new Stat(file, true)): PathStat.ABSENT,
      (new Stat(folder, true)): PathStat.ABSENT, (new Content(file)): FileContent.missing(FileContent.State.ABSENT)])
  }

  private static FakeHost keeping(String keys, String target = '') {
    def folder = keys == null ? PathStat.ABSENT : PathStat.created(Type.DIRECTORY, 0700, 'anna', 0, 0)
    def there = keys == null ? PathStat.ABSENT : PathStat.created(Type.FILE, 0600, 'anna', keys.size(), 0).withTarget(target, target)
    new FakeHost(answers: [
      (new PasswdEntry('anna')): Optional.of(new Account('anna', 1000, 1000, '', '/home/anna', '/bin/sh')),
      (new Stat(FILE, true)): there, (new Stat('/home/anna/.ssh', true)): folder,
      (new Content(FILE)): keys == null ? FileContent.missing(FileContent.State.ABSENT) : FileContent.of(keys.bytes)])
  }
}
