package kit.modules.crypto

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges
import static kit.modules.Testbed.result

import kit.fixture.FakeHost
import kit.modules.Testbed
import kit.modules.crypto.KeyFile.Key
import kit.modules.crypto.KeyFile.State
import kit.query.PathStat
import kit.query.PathStat.Type
import kit.query.Stat
import kit.spi.Change
import kit.spi.Mode
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification

class OpensslPrivatekeySpec extends Specification {
  static final PATH = '/etc/ssl/private/kit.key'
  // openssl genpkey -algorithm ED25519, and -algorithm EC on prime256v1: the public parts
  static final ED25519 = key('MCowBQYDK2VwAyEAT8gTGnMbqSfebu/ay7zO6HBVQYTO6+0iO+x8KmITyQ4=')
  static final RSA1024 = key('MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCw2yMYnGO7W1151sYp9BRZwf/vDOuO+BL2t/gc+HW9VVP7yj60yU0t' +
    'bJbmR+XPG8QG+fYl17DXyCXHWZlNZ+OPsrFf31oz3Xauu1NrWVucvkjFnK2uf6W3WxuT1TJPDCiGSG9YbQUak8IhIXrVb5fLfjBgFBiv07LpBd9ZzELUOQIDAQAB')

  static PublicKey key(String base64) { PublicKey.of(base64.decodeBase64()) }

  def "#there and #arguments: #outcome"() {
    given:
    def plan = plan(there, arguments)

    expect:
    (plan instanceof Plan.Refused ? plan.message() : plan instanceof Change ? plan.summary() : 'unchanged') == outcome

    where:
    there                   | arguments                                                   || outcome
    gone()                  | [:]                                                         || "create $PATH"
    rsa()                   | [size: 1024]                                                || 'unchanged'
    rsa()                   | [:]                                                         || "replace $PATH: it is RSA 1024, not RSA 4096"
    rsa()                   | [regenerate: 'fail']                                        || "$PATH does not fit: it is RSA 1024, not RSA 4096"
    rsa()                   | [regenerate: 'never']                                       || 'unchanged'
    rsa()                   | [size: 1024, regenerate: 'always']                          || "make $PATH anew"
    rsa()                   | [size: 1024, force: true]                                   || "make $PATH anew"
    rsa()                   | [type: 'Ed25519']                                           || "replace $PATH: it is RSA 1024, not Ed25519"
    rsa()                   | [size: 1024, format: 'pkcs8']                               || "replace $PATH: it is in PKCS#1, not PKCS#8"
    rsa()                   | [size: 1024, format: 'auto']                                || 'unchanged'
    rsa()                   | [size: 1024, format: 'pkcs8', formatMismatch: 'convert']    || "convert $PATH"
    rsa()                   | [size: 1024, passphrase: 'x']                               || "$PATH is not protected by a passphrase"
    rsa()                   | [size: 1024, passphrase: 'x', regenerate: 'full-idempotence'] || "replace $PATH: $PATH is not protected by a passphrase"
    locked()                | [passphrase: 'other']                                       || "the passphrase does not open $PATH"
    locked()                | [:]                                                         || "the passphrase does not open $PATH"
    locked()                | [passphrase: 'other', regenerate: 'never']                  || "the passphrase does not open $PATH"
    locked()                | [passphrase: 'other', regenerate: 'full-idempotence']       || "replace $PATH: the passphrase does not open $PATH"
    without(State.BROKEN)   | [:]                                                         || "$PATH holds no private key that openssl can read"
    without(State.BROKEN)   | [force: true]                                               || "make $PATH anew"
    without(State.UNREADABLE) | [force: true]                                             || "$PATH cannot be read by root"
    without(State.NO_OPENSSL) | [:]                                                       || 'the host has no openssl'
    rsa()                   | [state: 'absent']                                           || "remove $PATH"
    gone()                  | [state: 'absent']                                           || 'unchanged'
    rsa()                   | [size: 1024, mode: Mode.of('0640')]                         || "set mode and owner of $PATH"
  }

  def "#arguments is an error: #message"() {
    when:
    plan(gone(), arguments)

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                                || message
    [type: 'ECC']                            || 'curve is missing for an ECC key'
    [curve: 'secp256r1']                     || 'a key of type RSA has no curve'
    [size: 512]                              || 'size 512 is no size of an RSA key'
    [type: 'Ed25519', format: 'pkcs1']       || 'a key of type Ed25519 cannot be written as pkcs1'
    [cipher: 'out x']                        || "cipher 'out x' is not supported"
    [passphrase: '']                         || 'passphrase is empty'
    [passphrase: 'a\nb']                     || 'passphrase has several lines'
    [path: 'x.key']                          || "path 'x.key' is not absolute"
    [owner: 'a:b']                           || "owner 'a:b' is no user name"
  }

  def "a passphrase is in no argument list, no diff and no name of a question"() {
    given:
    def plan = plan(gone(), [passphrase: 'g e$heim']) as Change
    def script = plan.steps()[0].script()

    expect:
    script.readLines().findAll { it.contains('heim') }.every { it.startsWith("printf '%s\\n'") }
    !plan.diffs().toString().contains('heim')
    !new KeyFile(PATH, 'geheim').toString().contains('geheim')
    plan.steps()[0].environment().isEmpty()
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "a host makes #arguments, which is #header"() {
    given:
    def host = Testbed.host('d1')
    host.sh('rm -rf /root/kit-keys; mkdir -m 700 /root/kit-keys')
    def path = '/root/kit-keys/a key.pem'

    when:
    def run = converges(host, make(OpensslPrivatekey, [path: path] + arguments))
    def text = host.sh("cat '$path'; stat -c %a '$path'; ls -A /root/kit-keys").text().readLines()

    then:
    text[0] == "-----BEGIN $header-----"
    text[-2..-1] == ['600', 'a key.pem']
    result(run).fingerprint.startsWith('SHA256:')
    result(run).fingerprint == (host.plan(make(OpensslPrivatekey, [path: path] + arguments)) as Plan.Unchanged).values().fingerprint
    host.sh("printf 'g\\ng\\n' | openssl pkey -in '$path' -passin stdin -noout -text").text().contains(told)

    cleanup:
    host.sh('rm -rf /root/kit-keys')

    where:
    arguments                                                        || header                  | told
    [size: 2048]                                                     || 'RSA PRIVATE KEY'       | '2048 bit'
    [size: 2048, passphrase: 'g']                                    || 'ENCRYPTED PRIVATE KEY' | '2048 bit'
    [size: 2048, passphrase: 'g', format: 'pkcs1', cipher: 'aes-128-cbc'] || 'RSA PRIVATE KEY'  | '2048 bit'
    [type: 'ECC', curve: 'secp256r1']                                || 'EC PRIVATE KEY'        | 'P-256'
    [type: 'ECC', curve: 'secp384r1', passphrase: 'g']               || 'ENCRYPTED PRIVATE KEY' | 'P-384'
    [type: 'ECC', curve: 'brainpoolP256r1', format: 'pkcs8']         || 'PRIVATE KEY'           | 'brainpoolP256r1'
    [type: 'ECC', curve: 'secp256k1']                                || 'EC PRIVATE KEY'        | 'secp256k1'
    [type: 'Ed25519']                                                || 'PRIVATE KEY'           | 'ED25519'
    [type: 'X448', passphrase: 'g']                                  || 'ENCRYPTED PRIVATE KEY' | 'X448'
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "a key of another size is replaced, owner and backup are kept, and it goes"() {
    given:
    def host = Testbed.host('d1')
    host.sh('rm -rf /root/kit-keys; mkdir -m 700 /root/kit-keys')
    def path = '/root/kit-keys/k.pem'
    def call = { Map more -> make(OpensslPrivatekey, [path: path] + more) }
    converges(host, call(size: 1024))
    host.sh("chown daemon $path")
    def old = host.sh("cat $path").text()

    when:
    def run = converges(host, call(size: 2048, backup: true))

    then:
    result(run).backupFile.startsWith("$path.")
    host.sh("cat '${result(run).backupFile}'").text() == old
    host.sh("stat -c '%U %a' $path '${result(run).backupFile}'").text() == 'daemon 600\ndaemon 600\n'
    run.v1.diffs()[0].before().startsWith('RSA 1024\nnot protected\nPKCS#1\nSHA256:')
    run.v1.diffs()[0].after() == 'RSA 2048\nnot protected\nPKCS#1\na new key\n'

    when: 'the same key in another format'
    def key = host.sh("openssl pkey -in $path -pubout").text()
    converges(host, call(size: 2048, format: 'pkcs8', formatMismatch: 'convert'))

    then:
    host.sh("head -1 $path; openssl pkey -in $path -pubout").text() == "-----BEGIN PRIVATE KEY-----\n$key"

    when: 'a wrong passphrase'
    converges(host, call(size: 2048, passphrase: 'right', regenerate: 'full-idempotence'))
    def before = host.sh("cat $path").text()
    def plan = host.plan(call(size: 2048, passphrase: "wr'ong"))

    then:
    plan == new Plan.Refused("the passphrase does not open $path", "regenerate: 'full_idempotence' makes a new key in its place", [:])
    host.sh("cat $path").text() == before

    when:
    converges(host, call(state: 'absent'))

    then:
    host.sh("ls $path").rc() != 0

    cleanup:
    host.sh('rm -rf /root/kit-keys')
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "a host without openssl says so"() {
    expect:
    Testbed.minimal().plan(make(OpensslPrivatekey, [path: '/root/x.key'])).message() == 'the host has no openssl'
  }

  private static Plan plan(Key there, Map arguments) {
    def exists = there.state() != State.ABSENT
    def stat = exists ? PathStat.created(Type.FILE, 0600, 'root', 1, 0) : PathStat.ABSENT
    def secret = arguments.passphrase ?: ''
    def host = new FakeHost(answers: [
      (new KeyFile(PATH, secret)): there,
      (new Stat(PATH, true)): stat,
      (new Stat('/etc/ssl/private', true)): PathStat.created(Type.DIRECTORY, 0700, 'root', 0, 0)])
    make(OpensslPrivatekey, [path: PATH] + arguments).plan(host)
  }

  private static Key gone() { Key.without(State.ABSENT) }

  private static Key without(State why) { Key.without(why) }

  private static Key rsa() { new Key(State.HELD, false, '-----BEGIN RSA PRIVATE KEY-----', Optional.of(RSA1024)) }

  private static Key locked() { new Key(State.LOCKED, true, '-----BEGIN ENCRYPTED PRIVATE KEY-----', Optional.empty()) }
}
