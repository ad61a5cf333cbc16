package kit.run

import java.nio.file.Files
import kit.ExamplesSpec

/** The playbook of docs/certificates.md on a host. */
class CertificatesSpec extends HostSpec {

  static final PLAY = (Files.readString(ExamplesSpec.ROOT.resolve('docs/certificates.md')) =~ /(?s)```groovy\n(.*?)```/)[0][1]
  static final SECRET = "it's-4-canary"
  /** In front of openssl: notes its arguments and its environment, as others could read them. */
  static final WATCH = '''\
    #!/bin/sh
    tr '\\0' ' ' </proc/$$/cmdline >>/tmp/watch; tr '\\0' ' ' </proc/$$/environ >>/tmp/watch
    exec /usr/bin/openssl "$@"
    '''.stripIndent()

  def setup() {
    site.hosts('[web]', hosts.line('d1'))
    hosts.on('d1', "rm -rf /etc/ssl/kit /tmp/watch; cat >/usr/local/bin/openssl <<'END'\n${WATCH}END\nchmod 755 /usr/local/bin/openssl")
    site.write('secret.yml', "caPassphrase: \"$SECRET\"\n")
  }

  def cleanup() { hosts.on('d1', 'rm -rf /etc/ssl/kit /tmp/watch /usr/local/bin/openssl') }

  def "an authority and a server's certificate: foretold, made, verified, and then nothing left"() {
    when:
    def check = site.check(PLAY, '-e', "@${temp}/secret.yml", '-o', 'json')

    then:
    check.code == 0
    check.calls.findAll { it.task != 'reload web server' }*.status.unique() == ['changed']
    hosts.on('d1', 'ls -d /etc/ssl/kit 2>/dev/null || :').trim() == ''

    when:
    def first = site.run(PLAY, '-e', "@${temp}/secret.yml", '-o', 'json')

    then:
    first.code == 0
    first.summary.hosts.d1.changed == 7
    !first.text.contains(SECRET)
    hosts.on('d1', 'openssl verify -x509_strict -CAfile /etc/ssl/kit/ca.crt -verify_hostname example.org /etc/ssl/kit/web.crt').trim() == '/etc/ssl/kit/web.crt: OK'
    hosts.on('d1', "cd /etc/ssl/kit; stat -c '%a %n' *; head -n1 ca.key web.key").readLines() == ['644 ca.crt', '644 ca.csr', '600 ca.key', '644 web.crt',
      '644 web.csr', '600 web.key', '==> ca.key <==', '-----BEGIN ENCRYPTED PRIVATE KEY-----', '', '==> web.key <==', '-----BEGIN EC PRIVATE KEY-----']
    hosts.on('d1', 'cat /tmp/watch').contains('openssl ca -config')
    !hosts.on('d1', 'cat /tmp/watch').contains('canary')

    when:
    def second = site.run(PLAY, '-e', "@${temp}/secret.yml", '-o', 'json')

    then:
    second.code == 0
    second.summary.hosts.d1.changed == 0
    second.summary.hosts.d1.roundTrips == 1
  }

  def "a wrong passphrase and acme are one clear error each"() {
    given:
    site.run(PLAY, '-e', "@${temp}/secret.yml")

    expect:
    with(site.run(PLAY, '-e', 'caPassphrase=another')) {
      code == 2
      out.contains('the passphrase does not open /etc/ssl/kit/ca.key')
    }
    with(site.run(PLAY.replace("'ownca'", "'acme'"), '-e', "@${temp}/secret.yml")) {
      code != 0
      text.contains('selfsigned or ownca')
      text.contains('acme')
    }
  }
}
