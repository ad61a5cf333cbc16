package kit.modules.crypto

import static kit.modules.Calls.make

import java.time.Instant
import kit.fixture.FakeHost
import kit.modules.crypto.KeyFile.Key
import kit.modules.crypto.PemFile.Pem
import kit.query.PathStat
import kit.query.PathStat.Type
import kit.query.Stat
import kit.spi.Change
import kit.spi.Plan
import spock.lang.Specification

/** What Ansible's community.crypto has made (bench/certificates/run) is as it should be. */
class AnsibleMadeSpec extends Specification {

  static final CA_REQUEST = [path: '/s/ca.csr', privatekeyPath: '/s/ca.key', privatekeyPassphrase: 'geheim', commonName: 'Example CA',
    organizationName: 'Ünï, "x"', useCommonNameForSan: false, basicConstraints: ['CA:TRUE', 'pathlen:0'], basicConstraintsCritical: true,
    keyUsage: ['keyCertSign', 'cRLSign'], keyUsageCritical: true]
  static final WEB_REQUEST = [path: '/s/web.csr', privatekeyPath: '/s/web.key', commonName: 'www.example.org', countryName: 'DE', emailAddress: 'a@b.c',
    subject: [OU: ['a', 'b'], DC: 'org'], subjectAltName: ['DNS:www.example.org', 'IP:192.0.2.7', 'IP:2001:db8::1', 'email:joe@example.org',
      'URI:https://x/', 'RID:1.2.3.4', 'otherName:1.3.6.1.4.1.311.20.2.3;UTF8:joe'], extendedKeyUsage: ['serverAuth', 'clientAuth'],
    keyUsage: ['digitalSignature', 'keyEncipherment'], ocspMustStaple: true, nameConstraintsPermitted: ['DNS:example.org'],
    nameConstraintsExcluded: ['IP:10.0.0.0/8']]

  def host = new FakeHost(now: Instant.parse('2026-11-21T00:00:00Z'))

  def setup() {
    host.answers[new Stat('/s', true)] = PathStat.created(Type.DIRECTORY, 0755, 'root', 0, 0)
    ['ca.csr', 'ca.crt', 'web.csr', 'web.crt', 'ed.crt'].each {
      host.answers[new PemFile("/s/$it".toString())] = Pem.in(AnsibleMadeSpec.getResource("/ansible-certificates/$it").text)
      host.answers[new Stat("/s/$it".toString(), true)] = PathStat.created(Type.FILE, 0644, 'root', 1, 0)
    }
    [ca: 'geheim', web: '', ed: ''].each { name, passphrase ->
      def certificate = Certificate.of(host.answers[new PemFile("/s/${name}.crt".toString())].bytes())
      host.answers[new KeyFile("/s/${name}.key".toString(), passphrase)] = new Key(KeyFile.State.HELD, !passphrase.empty, '', Optional.of(certificate.key()))
    }
  }

  def "#what stays"() {
    expect:
    module.plan(host) instanceof Plan.Unchanged

    where:
    what                     | module
    "the authority's request" | make(OpensslCsr, CA_REQUEST)
    "the server's request"   | make(OpensslCsr, WEB_REQUEST)
    'the authority'          | make(X509Certificate, [path: '/s/ca.crt', csrPath: '/s/ca.csr', provider: 'selfsigned', privatekeyPath: '/s/ca.key', privatekeyPassphrase: 'geheim'])
    'the server'             | make(X509Certificate, [path: '/s/web.crt', csrPath: '/s/web.csr', provider: 'ownca', owncaPath: '/s/ca.crt', owncaPrivatekeyPath: '/s/ca.key', owncaPrivatekeyPassphrase: 'geheim', remainingDays: 30])
    'one about nobody'       | make(X509Certificate, [path: '/s/ed.crt', provider: 'selfsigned', privatekeyPath: '/s/ed.key'])
  }

  def "and with #change it does not"() {
    expect:
    make(OpensslCsr, WEB_REQUEST + change).plan(host) instanceof Change

    where:
    change << [
      [subject: [OU: ['a', 'c'], DC: 'org']], [emailAddress: 'b@b.c'], [ocspMustStaple: false], [nameConstraintsPermitted: []], [nameConstraintsCritical: true],
      [keyUsage: ['digitalSignature']], [extendedKeyUsage: ['serverAuth']], [basicConstraints: ['CA:FALSE']], [subjectAltName: WEB_REQUEST.subjectAltName.drop(1)]]
  }

  def "80 days later the server's certificate is renewed"() {
    given:
    host.now = Instant.parse('2027-02-09T00:00:00Z')
    def call = make(X509Certificate, [path: '/s/web.crt', csrPath: '/s/web.csr', provider: 'ownca', owncaPath: '/s/ca.crt', owncaPrivatekeyPath: '/s/ca.key',
      owncaPrivatekeyPassphrase: 'geheim', owncaNotAfter: '+90d', remainingDays: 30])

    expect:
    (call.plan(host) as Change).summary() == 'replace /s/web.crt: 9 days are left'
  }
}
