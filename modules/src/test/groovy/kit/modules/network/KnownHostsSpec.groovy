package kit.modules.network

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.query.Content
import kit.query.FileContent
import kit.query.PathStat
import kit.query.PathStat.Type
import kit.query.Stat
import kit.spi.Plan
import kit.spi.PlanException
import kit.spi.Step
import spock.lang.Requires
import spock.lang.Specification

class KnownHostsSpec extends Specification {
  static final FILE = '/etc/ssh/ssh_known_hosts'
  static final SALT = 'AAAAAAAAAAAAAAAAAAAAAAAAAAA='
  static final HASH = HostKey.hash('web', SALT)

  def "#before and #arguments make #after"() {
    given:
    def plan = plan(before, arguments)

    expect:
    after == (plan instanceof Plan.Unchanged ? before : new String((plan.steps().last() as Step.Write).content()))
    plan instanceof Plan.Unchanged || this.plan(after, arguments) instanceof Plan.Unchanged

    where:
    before                               | arguments                                      || after
    null                                 | [key: 'web ssh-rsa A']                         || 'web ssh-rsa A\n'
    null                                 | [key: 'web ssh-rsa A root@web']                || 'web ssh-rsa A root@web\n'
    null                                 | [key: 'web ssh-rsa A root@web', hashHost: true] || "$HASH ssh-rsa A root@web\n"
    'db ssh-rsa X'                       | [key: 'web ssh-rsa A']                         || 'db ssh-rsa X\nweb ssh-rsa A\n'
    'web ssh-rsa A comment\n'            | [key: 'web ssh-rsa A']                         || 'web ssh-rsa A comment\n'
    'WEB,10.0.0.1 ssh-rsa A\n'           | [key: 'web ssh-rsa A']                         || 'WEB,10.0.0.1 ssh-rsa A\n'
    'web ssh-rsa A\nweb ssh-ed25519 E\n' | [key: 'web ssh-rsa B']                         || 'web ssh-rsa B\nweb ssh-ed25519 E\n'
    'web ssh-rsa A\n'                    | [key: 'web ssh-ed25519 E\nweb ssh-rsa B']      || 'web ssh-rsa B\nweb ssh-ed25519 E\n'
    '# x\n@revoked web ssh-rsa A\n'      | [key: 'web ssh-rsa A']                         || '# x\n@revoked web ssh-rsa A\nweb ssh-rsa A\n'
    "$HASH ssh-rsa A\n"                  | [key: 'web ssh-rsa A']                         || "$HASH ssh-rsa A\n"
    "$HASH ssh-rsa A\n"                  | [key: 'web ssh-rsa B']                         || 'web ssh-rsa B\n'
    'web ssh-rsa A\n'                    | [key: 'web ssh-rsa A', hashHost: true]         || "$HASH ssh-rsa A\n"
    'web ssh-rsa A\ndb ssh-rsa A\n'      | [state: 'absent']                              || 'db ssh-rsa A\n'
    "$HASH ssh-rsa A\n"                  | [state: 'absent']                              || ''
    'web ssh-rsa A\nweb ssh-ed25519 E\n' | [key: 'web ssh-rsa A', state: 'absent']        || 'web ssh-ed25519 E\n'
    'web ssh-rsa A\n'                    | [key: 'web ssh-rsa B', state: 'absent']        || 'web ssh-rsa A\n'
    null                                 | [state: 'absent']                              || null
  }

  def "#arguments is an error: #message"() {
    when:
    plan(null, arguments)

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                       || message
    [:]                             || 'key is missing'
    [key: 'db ssh-rsa A']           || "the key is one of 'db', not of 'web'"
    [key: 'ssh-rsa A']              || "'ssh-rsa A' is no host key"
    [key: 'a ssh-rsa A', name: 'a,b'] || "name 'a,b' is not one host"
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "ssh-keygen finds what was written, hashed: #hashed"() {
    given:
    def host = Testbed.host('d1')
    host.sh("rm -f /tmp/kit-known")
    def key = 'git.example.org ' + host.sh('cut -d" " -f1,2 /etc/ssh/ssh_host_ed25519_key.pub').text().trim()
    def call = { Map more -> make(KnownHosts, [name: 'git.example.org', path: '/tmp/kit-known', hashHost: hashed] + more) }

    expect:
    converges(host, call(key: key))
    host.sh('ssh-keygen -F git.example.org -f /tmp/kit-known').rc() == 0
    host.sh('grep -c git.example /tmp/kit-known').text() == (hashed ? '0\n' : '1\n')
    converges(host, call(state: 'absent'))
    host.sh('ssh-keygen -F git.example.org -f /tmp/kit-known').rc() != 0

    where:
    hashed << [false, true]
  }

  private static Plan plan(String text, Map arguments) {
    def host = new FakeHost(answers: [
      (new Stat('/etc/ssh', true)): PathStat.created(Type.DIRECTORY, 0755, 'root', 0, 0),
      (new Content(FILE)): text == null ? FileContent.missing(FileContent.State.ABSENT) : FileContent.of(text.bytes)])
    host.once('salt', { SALT })
    make(KnownHosts, [name: 'web', path: FILE] + arguments).plan(host)
  }
}
