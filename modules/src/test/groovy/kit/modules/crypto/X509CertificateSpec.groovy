package kit.modules.crypto

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges
import static kit.modules.Testbed.result

import java.time.Duration
import java.time.Instant
import java.time.temporal.ChronoUnit
import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.modules.Testbed
import kit.modules.crypto.PemFile.Pem
import kit.modules.crypto.PemFile.State
import kit.query.PathStat
import kit.query.PathStat.Type
import kit.query.Stat
import kit.spi.Change
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

class X509CertificateSpec extends Specification {
  static final DIR = '/root/kit-x509'
  static final CA = [provider: 'ownca', owncaPath: "$DIR/ca.crt".toString(), owncaPrivatekeyPath: "$DIR/ca.key".toString(), owncaPrivatekeyPassphrase: "it's secret"]
  static final SELF = [provider: 'selfsigned', privatekeyPath: "$DIR/k.key".toString()]
  @Shared ShellHost host

  def setup() {
    if (!System.getenv('KIT_TESTBED')) return
    if (host == null) {
      host = Testbed.host('d1')
      host.now = Instant.now()
      host.sh("rm -rf $DIR; mkdir -m 700 $DIR")
      converges(host, make(OpensslPrivatekey, [path: "$DIR/ca.key".toString(), type: 'ECC', curve: 'secp256r1', passphrase: "it's secret"]))
      ['k', 'other'].each { converges(host, make(OpensslPrivatekey, [path: "$DIR/${it}.key".toString(), type: 'Ed25519'])) }
      request('ca', [privatekeyPath: "$DIR/ca.key".toString(), privatekeyPassphrase: "it's secret", commonName: 'Example CA', organizationName: 'Example, Inc.',
        useCommonNameForSan: false, basicConstraints: ['CA:TRUE', 'pathlen:0'], basicConstraintsCritical: true, keyUsage: ['keyCertSign', 'cRLSign'], keyUsageCritical: true])
      request('k', [commonName: 'www.example.org', subjectAltName: ['DNS:www.example.org', 'DNS:example.org', 'IP:192.0.2.7'], extendedKeyUsage: ['serverAuth']])
      converges(host, call([path: "$DIR/ca.crt".toString(), csrPath: "$DIR/ca.csr".toString(), provider: 'selfsigned', privatekeyPath: "$DIR/ca.key".toString(), privatekeyPassphrase: "it's secret"]))
    }
    host.now = Instant.now()
    host.sh("rm -f $DIR/x.crt")
  }

  def cleanupSpec() { host?.sh("rm -rf $DIR") }

  def "#arguments is an error: #message"() {
    when:
    make(X509Certificate, [path: '/x.crt'] + arguments).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                                                                   || message
    [:]                                                                         || 'provider is missing'
    [provider: 'selfsigned']                                                    || 'privatekeyPath is missing'
    [provider: 'ownca']                                                         || 'csrPath is missing'
    [provider: 'ownca', csrPath: '/c']                                          || 'owncaPath is missing'
    [provider: 'ownca', csrPath: '/c', owncaPath: '/a']                         || 'owncaPrivatekeyPath is missing'
    [provider: 'selfsigned', privatekeyPath: '/k', csrPath: '/c', csrContent: 'x'] || 'both csrPath and csrContent are given'
    [provider: 'selfsigned', privatekeyPath: '/k', selfsignedVersion: 2]        || 'a version other than 3'
    [provider: 'selfsigned', privatekeyPath: '/k', selfsignedNotAfter: 'soon']  || "notAfter 'soon' is no time"
    [provider: 'selfsigned', privatekeyPath: '/k', selfsignedNotAfter: '+1h1d'] || "notAfter '+1h1d' is no time"
    [provider: 'selfsigned', privatekeyPath: '/k', selfsignedNotAfter: '-1d']   || 'the certificate would end before it begins'
    [provider: 'selfsigned', privatekeyPath: '/k', selfsignedNotAfter: '+20d', remainingDays: 30] || 'remainingDays is 30, and a new certificate has fewer'
  }

  def "#written is #time"() {
    expect:
    Timestamp.of(written, Instant.parse('2026-01-02T03:04:05.6Z'), 'x') == Instant.parse(time)

    where:
    written           || time
    '+0s'             || '2026-01-02T03:04:05Z'
    '+1w2d3h4m5s'     || '2026-01-11T06:08:10Z'
    '-1D'             || '2026-01-01T03:04:05Z'
    '20301231235959Z' || '2030-12-31T23:59:59Z'
    '203012312359Z'   || '2030-12-31T23:59:00Z'
  }

  def "in check mode a certificate can be planned before its key and its request are there"() {
    given:
    def file = PathStat.created(Type.DIRECTORY, 0755, 'root', 0, 0)
    def fake = new FakeHost(answers: [
      (new PemFile('/s/x.crt')): Pem.without(State.ABSENT), (new Stat('/s/x.crt', true)): PathStat.ABSENT, (new Stat('/s', true)): file,
      (new PemFile('/s/x.csr')): Pem.without(State.EXPECTED), (new KeyFile('/s/k', '')): KeyFile.Key.without(KeyFile.State.EXPECTED)])

    when:
    def plan = make(X509Certificate, [path: '/s/x.crt', csrPath: '/s/x.csr', provider: 'selfsigned', privatekeyPath: '/s/k']).plan(fake) as Change

    then:
    plan.summary() == 'create /s/x.crt'
    plan.diffs()[0].after().startsWith('as its request, which is not there yet\n')
    plan.predicts()[new PemFile('/s/x.crt')] == Pem.without(State.EXPECTED)
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "an own authority signs a certificate that openssl verifies"() {
    when:
    def run = converges(host, call(CA + [owncaNotAfter: '+90d', owncaDigest: 'sha512']))
    def made = result(run)

    then:
    host.sh("openssl verify -x509_strict -CAfile $DIR/ca.crt -purpose sslserver -verify_hostname example.org -verify_ip 192.0.2.7 $DIR/x.crt").text() == "$DIR/x.crt: OK\n"
    host.sh("openssl x509 -in $DIR/x.crt -noout -text").text().contains('ecdsa-with-SHA512')
    host.sh("stat -c %a $DIR/x.crt; cd $DIR; ls -A | grep -v '^[ab]'").text() == '644\nca.crt\nca.csr\nca.key\nk.csr\nk.key\nother.key\nx.crt\n'
    made.daysLeft == 90
    made.notAfter == host.now.plus(Duration.ofDays(90)).truncatedTo(ChronoUnit.SECONDS).toString()
    host.sh("openssl x509 -in $DIR/x.crt -noout -serial").text().trim() == 'serial=' + (made.serialNumber as BigInteger).toString(16).toUpperCase().with { it.size() % 2 ? "0$it" : it }
    run.v1.diffs()[0].after().readLines().findAll { !it.startsWith('not ') && !it.startsWith('key ') } == ['subject CN = www.example.org', 'extendedKeyUsage serverAuth',
      'subjectAltName DNS:example.org, DNS:www.example.org, IP:192.0.2.7', 'issuer O = Example, Inc., CN = Example CA', 'days left 90']

    when: 'it is asked again: everything that is needed comes in one round'
    host.asked = 0
    def plan = host.plan(call(CA + [owncaNotAfter: '+90d']))

    then:
    plan instanceof Plan.Unchanged
    plan.values().daysLeft == 90L
    host.asked == 3 // stat, PEM files, keys: one script each, all in the same frame
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "an end of five days is made anew when #days days shall remain: #outcome"() {
    given:
    host.now = Instant.now().minus(Duration.ofDays(85)).minusSeconds(3600)
    converges(host, call(CA + [owncaNotAfter: '+90d', backup: true]))
    host.now = later ? Instant.now().plus(Duration.ofDays(later)) : Instant.now()

    when:
    def plan = host.plan(call(CA + [owncaNotAfter: '+90d', remainingDays: days]))

    then:
    (plan instanceof Change ? plan.summary() : 'unchanged') == outcome

    when:
    if (plan instanceof Change) converges(host, call(CA + [owncaNotAfter: '+90d', remainingDays: days]))

    then:
    plan instanceof Plan.Unchanged || host.plan(call(CA)).values().daysLeft == 90L
    plan instanceof Plan.Unchanged || plan.diffs()[0].before().contains("days left ${later ? -2 : 4}\n")

    where:
    days | later || outcome
    30   | 0     || "replace $DIR/x.crt: 4 days are left"
    5    | 0     || "replace $DIR/x.crt: 4 days are left"
    4    | 0     || 'unchanged'
    0    | 0     || 'unchanged'
    0    | 6     || "replace $DIR/x.crt: it has expired"
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "a certificate of an own authority with #change: #outcome"() {
    given:
    if (host.sh("cp -p $DIR/base.crt $DIR/x.crt").rc() != 0) {
      converges(host, call(CA))
      host.sh("cp -p $DIR/x.crt $DIR/base.crt")
    }
    if (damage) host.sh("cd $DIR; $damage")
    if (request) this.request('asked', request)
    def asked = request ? [csrPath: "$DIR/asked.csr".toString()] : [:]

    when:
    def plan = host.plan(call(CA + asked + change))

    then:
    (plan instanceof Change ? plan.summary() : plan instanceof Plan.Refused ? plan.message() : 'unchanged') == outcome

    where:
    change                                         | request | damage || outcome
    [:]                                            | null | null || 'unchanged'
    [owncaNotAfter: '+10d', owncaDigest: 'sha384'] | null | null || 'unchanged'
    [force: true]                                  | null | null || "replace $DIR/x.crt: force"
    [ignoreTimestamps: false, owncaNotAfter: '20301231235959Z'] | null | null || "replace $DIR/x.crt: it holds at another time"
    [:]                                            | [commonName: 'other.example.org'] | null || "replace $DIR/x.crt: its subject is another"
    [:]                                            | [commonName: 'www.example.org'] | null || "replace $DIR/x.crt: the request asks for other extensions"
    [:]                                            | [commonName: 'www.example.org', privatekeyPath: "$DIR/other.key".toString()] | null || "replace $DIR/x.crt: it is for another key"
    [privatekeyPath: "$DIR/other.key".toString()]  | null | null || 'the request is for another key than privatekeyPath'
    [owncaPrivatekeyPath: "$DIR/k.key".toString()] | null | null || "owncaPrivatekeyPath is not the key of $DIR/ca.crt"
    [owncaPrivatekeyPassphrase: 'wrong']           | null | null || "the passphrase does not open $DIR/ca.key"
    [csrPath: "$DIR/none.csr".toString()]          | null | null || "there is no $DIR/none.csr"
    [csrPath: "$DIR/ca.crt".toString()]            | null | null || "$DIR/ca.crt is no request for a certificate"
    [csrPath: "$DIR/k.key".toString()]             | null | null || "$DIR/k.key holds neither a request nor a certificate in PEM"
    [owncaPath: "$DIR/none.crt".toString()]        | null | null || "there is no $DIR/none.crt"
    [owncaPath: "$DIR/x.crt".toString(), owncaPrivatekeyPath: "$DIR/k.key".toString()] | null | null || "$DIR/x.crt is no certificate of an authority"
    [path: "$DIR/none/x.crt".toString()]           | null | null || "there is no directory $DIR/none for $DIR/none/x.crt"
    [:]                                            | null | 'echo junk >x.crt' || "replace $DIR/x.crt: it is broken"
    [:]                                            | null | 'n=$(grep -c . x.crt); sed -i "$((n - 2))s/.\\{6\\}$/kitkit/" x.crt' || "replace $DIR/x.crt: another authority signed it"
    [provider: 'selfsigned', privatekeyPath: "$DIR/k.key".toString()] | null | null || "replace $DIR/x.crt: it is not signed by its own key"
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "another authority of the same name signs it anew"() {
    given:
    converges(host, call(CA))
    def one = [privatekeyPath: "$DIR/other.key".toString()]
    request('ca2', one + [commonName: 'Example CA', organizationName: 'Example, Inc.', useCommonNameForSan: false, basicConstraints: ['CA:TRUE']])
    converges(host, call(one + [path: "$DIR/ca2.crt".toString(), csrPath: "$DIR/ca2.csr".toString(), provider: 'selfsigned']))
    def other = CA.findAll { it.key != 'owncaPrivatekeyPassphrase' } + [owncaPath: "$DIR/ca2.crt".toString(), owncaPrivatekeyPath: "$DIR/other.key".toString()]

    when:
    def run = converges(host, call(other))

    then:
    run.v1.summary() == "replace $DIR/x.crt: another authority signed it"
    host.sh("openssl verify -CAfile $DIR/ca2.crt $DIR/x.crt").rc() == 0
    host.sh("openssl verify -CAfile $DIR/ca.crt $DIR/x.crt").rc() != 0

    cleanup:
    host.sh("rm -f $DIR/ca2.*")
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "a certificate signs itself, #how"() {
    when:
    def run = converges(host, make(X509Certificate, [path: "$DIR/x.crt".toString(), selfsignedNotBefore: '20260101000000Z', selfsignedNotAfter: '20991231235959Z', ignoreTimestamps: false] + SELF + more))

    then:
    host.sh("openssl verify -CAfile $DIR/x.crt -verify_hostname ${subject ?: 'none'} $DIR/x.crt").text() == (subject ? "$DIR/x.crt: OK\n" : '')
    host.sh("openssl x509 -in $DIR/x.crt -noout -enddate -subject").text() == "notAfter=Dec 31 23:59:59 2099 GMT\nsubject=${subject ? "CN = $subject" : ''}\n"
    result(run).notBefore == '2026-01-01T00:00:00Z'

    where:
    how                 | more                                   || subject
    'as a request asks' | [csrPath: "$DIR/k.csr".toString()]     || 'www.example.org'
    'about nobody'      | [:]                                    || ''
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "request and authority may be given as text, and the certificate goes"() {
    given:
    def given = CA.findAll { it.key != 'owncaPath' } + [owncaContent: host.sh("cat $DIR/ca.crt").text(), csrContent: host.sh("cat $DIR/k.csr").text()]

    when:
    converges(host, make(X509Certificate, [path: "$DIR/x.crt".toString()] + given))

    then:
    host.sh("openssl verify -CAfile $DIR/ca.crt $DIR/x.crt").rc() == 0

    when:
    def gone = converges(host, make(X509Certificate, [path: "$DIR/x.crt".toString(), state: 'absent']))

    then:
    gone.v1.diffs()[0].before().contains('subject CN = www.example.org')
    host.sh("ls $DIR/x.crt").rc() != 0
  }

  private void request(String name, Map arguments) {
    def call = make(OpensslCsr, [path: "$DIR/${name}.csr".toString(), privatekeyPath: "$DIR/k.key".toString()] + arguments)
    if (host.plan(call) instanceof Change) converges(host, call)
  }

  private static X509Certificate call(Map arguments) {
    make(X509Certificate, [path: "$DIR/x.crt".toString(), csrPath: "$DIR/k.csr".toString()] + arguments)
  }
}
