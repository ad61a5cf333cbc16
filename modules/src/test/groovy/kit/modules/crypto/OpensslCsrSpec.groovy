package kit.modules.crypto

import static kit.modules.Calls.make
import static kit.modules.Testbed.converges

import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.modules.Testbed
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

class OpensslCsrSpec extends Specification {
  static final DIR = '/root/kit-csr'
  @Shared ShellHost host

  def setup() {
    if (System.getenv('KIT_TESTBED') && host == null) {
      host = Testbed.host('d1')
      host.sh("rm -rf $DIR; mkdir -m 700 $DIR; cd $DIR; openssl genpkey -algorithm ED25519 -out k.pem; " +
        'openssl genpkey -algorithm ED25519 -out other.pem; echo geheim | openssl genpkey -algorithm ED25519 -aes256 -pass stdin -out locked.pem')
    }
  }

  def cleanupSpec() { host?.sh("rm -rf $DIR") }

  def "#arguments is an error: #message"() {
    when:
    make(OpensslCsr, [path: '/x.csr', privatekeyPath: '/k.pem'].findAll { it.key != arguments.without } + arguments.findAll { it.key != 'without' }).plan(new FakeHost())

    then:
    def e = thrown(PlanException)
    e.message == message

    where:
    arguments                                       || message
    [subject: [Name: 'x']]                          || "the subject has no attribute 'Name'"
    [commonName: 'a\nb']                            || "commonName cannot be 'a?b'"
    [commonName: ' a']                              || "commonName cannot be ' a'"
    [countryName: 'Germany']                        || "countryName 'Germany' is no country"
    [commonName: 'My CA']                           || "commonName 'My CA' cannot be a DNS name"
    [subjectAltName: ['www.example.org']]           || "subjectAltName cannot have 'www.example.org'"
    [subjectAltName: ['DNS:a b']]                   || "subjectAltName cannot have 'DNS:a b'"
    [subjectAltName: ['IP:example.org']]            || "subjectAltName cannot have 'IP:example.org'"
    [subjectAltName: ['IP:1.2.3']]                  || "subjectAltName cannot have 'IP:1.2.3'"
    [subjectAltName: ['RID:x']]                     || "subjectAltName cannot have 'RID:x'"
    [subjectAltName: ['dirName:x']]                 || "subjectAltName cannot have 'dirName:x'"
    [keyUsage: ['signing']]                         || "keyUsage cannot have 'signing'"
    [extendedKeyUsage: ['server']]                  || "extendedKeyUsage cannot have 'server'"
    [basicConstraints: ['CA']]                      || "basicConstraints cannot have 'CA'"
    [basicConstraints: ['pathlen:1']]               || 'basicConstraints has a pathlen, but no CA:TRUE'
    [commonName: 'a', subjectOrdered: [[CN: 'b']]]  || 'subjectOrdered and other attributes of the subject are given'
    [without: 'privatekeyPath']                     || 'privatekeyPath is missing'
    [privatekeyPassphrase: '']                      || 'privatekeyPassphrase is empty'
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "openssl reads #arguments as #told"() {
    given:
    host.sh("rm -f $DIR/x.csr")

    when:
    def run = converges(host, call(arguments))
    def text = host.sh("openssl req -in $DIR/x.csr -noout -verify -text -nameopt utf8,sep_comma_plus 2>&1").text()

    then:
    text.contains('verify OK')
    (told as List).findAll { !text.contains(it) } == []
    run.v1.diffs()[0].after().contains(diff)

    where:
    arguments || told | diff
    [commonName: 'shop.example.org'] || ['Subject: CN=shop.example.org', 'DNS:shop.example.org'] | 'subjectAltName DNS:shop.example.org\n'
    [commonName: 'My CA', useCommonNameForSan: false, basicConstraints: ['CA:TRUE', 'pathlen:0'], basicConstraintsCritical: true, keyUsage: ['keyCertSign', 'CRL Sign'], keyUsageCritical: true] ||
      ['CN=My CA', 'CA:TRUE, pathlen:0', 'Key Usage: critical\n                    Certificate Sign, CRL Sign\n'] | 'basicConstraints critical, CA:TRUE, pathlen:0\nkeyUsage critical, keyCertSign, cRLSign\n'
    [commonName: 'x', keyUsage: KeyUsage.values()*.word, extendedKeyUsage: ['serverAuth', 'TLS Web Client Authentication', '1.2.3.4']] ||
      ['Digital Signature, Non Repudiation, Key Encipherment, Data Encipherment, Key Agreement, Certificate Sign, CRL Sign, Encipher Only, Decipher Only\n', 'TLS Web Server Authentication, TLS Web Client Authentication, 1.2.3.4'] |
      'extendedKeyUsage 1.2.3.4, clientAuth, serverAuth\n'
    [subjectAltName: ['DNS:a.example,DNS:*.b.example', 'IP:192.0.2.7', 'IP:2001:db8::1', 'email:joe@example.org', 'URI:https://a.example/?x=1,2', 'RID:1.2.840.113549', 'otherName:1.3.6.1.4.1.311.20.2.3;UTF8:joe@example.org'], subjectAltNameCritical: true] ||
      ['Alternative Name: critical', 'DNS:a.example, DNS:*.b.example, IP Address:192.0.2.7, IP Address:2001:DB8:0:0:0:0:0:1, email:joe@example.org, URI:https://a.example/?x=1,2, Registered ID:RSA Data Security, Inc., othername: UPN::joe@example.org'] | 'DNS:a.example'
    [C: 'DE', ST: 'a', L: 'b', O: 'c', OU: 'd', E: 'e@f', subject: [OU: ['q', 'r'], DC: 'org', UID: '7', '2.5.4.65': 'p']] || ['C=DE,ST=a,L=b,O=c,OU=d,emailAddress=e@f,OU=q,OU=r,DC=org,UID=7,pseudonym=p'] | 'subject C = DE'
    [subjectOrdered: [[C: 'DE'], [O: 'x'], [CN: 'y']], subjectAltName: ['DNS:y']] || ['C=DE,O=x,CN=y'] | 'C = DE, O = x, CN = y'
    [organizationName: '$HOME `id` "q" \'s\' \\n #no ;x a=b [c] ünïcode', subjectAltName: ['DNS:y']] || ['O=$HOME `id` "q" \'s\' \\n #no ;x a=b [c] ünïcode'] | 'O = $HOME `id`'
    [ocspMustStaple: true, subjectAltName: ['DNS:y']] || ['status_request'] | 'tlsFeature status_request\n'
    [basicConstraints: ['CA:TRUE'], nameConstraintsPermitted: ['DNS:example.org', 'IP:10.0.0.0/8'], nameConstraintsExcluded: ['email:.example'], nameConstraintsCritical: true] ||
      ['Permitted:', 'DNS:example.org', 'IP:10.0.0.0/255.0.0.0', 'Excluded:', 'email:.example'] | 'nameConstraints critical, only DNS:example.org, IP:10.0.0.0/8; not email:.example\n'
    [commonName: 'x', digest: 'sha512', privatekeyPath: "$DIR/locked.pem", privatekeyPassphrase: 'geheim'] || 'CN=x' | 'key Ed25519 SHA256:'
    [:] || ['Subject: \n'] | 'subject \n'
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "a request is made anew when #change: #outcome"() {
    given:
    def base = [commonName: 'x', O: 'y', subjectAltName: ['DNS:a', 'DNS:b'], keyUsage: ['digitalSignature'], extendedKeyUsage: ['serverAuth', 'clientAuth']]
    if (host.sh("cp -p $DIR/base.csr $DIR/x.csr").rc() != 0) {
      converges(host, call(base + [path: "$DIR/base.csr".toString()]))
      host.sh("cp -p $DIR/base.csr $DIR/x.csr")
    }
    damage.call(host)

    when:
    def plan = host.plan(call(base + change))

    then:
    (plan instanceof Plan.Unchanged ? 'unchanged' : plan.summary()) == outcome

    where:
    change                                                  | damage || outcome
    [:]                                                     | {} || 'unchanged'
    [subjectAltName: 'DNS:b,DNS:a']                         | {} || 'unchanged'
    [extendedKeyUsage: ['clientAuth', 'serverAuth']]        | {} || 'unchanged'
    [digest: 'sha512']                                      | {} || 'unchanged'
    [subjectAltName: ['DNS:a']]                             | {} || "replace $DIR/x.csr"
    [subjectAltNameCritical: true]                          | {} || "replace $DIR/x.csr"
    [commonName: 'z']                                       | {} || "replace $DIR/x.csr"
    [keyUsageCritical: true]                                | {} || "replace $DIR/x.csr"
    [privatekeyPath: "$DIR/other.pem".toString()]           | {} || "replace $DIR/x.csr"
    [ocspMustStaple: true]                                  | {} || "replace $DIR/x.csr"
    [force: true]                                           | {} || "replace $DIR/x.csr"
    [:]                                                     | { it.sh("sed -i '3s/[A-Za-z0-9]/+/5' $DIR/x.csr") } || "replace $DIR/x.csr"
    [:]                                                     | { it.sh("echo broken >$DIR/x.csr") } || "replace $DIR/x.csr"
    [mode: kit.spi.Mode.of('0600')]                         | {} || "set mode and owner of $DIR/x.csr"
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "what stands in the way is told: #message"() {
    expect:
    host.plan(call(arguments)).message() == message

    where:
    arguments                                                       || message
    [privatekeyPath: "$DIR/none.pem".toString()]                    || "there is no private key $DIR/none.pem"
    [privatekeyPath: "$DIR/locked.pem".toString()]                  || "the passphrase does not open $DIR/locked.pem"
    [privatekeyPath: "$DIR/locked.pem".toString(), privatekeyPassphrase: 'no'] || "the passphrase does not open $DIR/locked.pem"
    [path: "$DIR/none/x.csr".toString()]                            || "there is no directory $DIR/none for $DIR/none/x.csr"
    [path: DIR]                                                     || "$DIR is a directory, not a file"
  }

  @Requires(value = { env.KIT_TESTBED }, reason = Testbed.MISSING)
  def "a request goes"() {
    given:
    converges(host, call(commonName: 'gone'))

    when:
    def run = converges(host, call(state: 'absent'))

    then:
    run.v1.diffs()[0].before().contains('subject CN = gone')
    host.sh("ls $DIR/x.csr").rc() != 0
  }

  private static OpensslCsr call(Map arguments) {
    def given = [:]
    def aliases = [C: 'countryName', ST: 'stateOrProvinceName', L: 'localityName', O: 'organizationName', OU: 'organizationalUnitName', E: 'emailAddress']
    arguments.each { k, v -> given[aliases[k] ?: k] = v }
    make(OpensslCsr, [path: "$DIR/x.csr".toString(), privatekeyPath: "$DIR/k.pem".toString()] + given)
  }
}
