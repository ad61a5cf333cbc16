package kit.transport.ssh

import java.time.Duration
import kit.transport.Endpoint
import kit.transport.HostKeys
import kit.transport.KeepAlive
import kit.transport.Keys
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class HostVerifierSpec extends Specification {
  static final String ED = 'AAAAC3NzaC1lZDI1NTE5AAAAIOl+RMemd0EHOHfWu0U48Gv7wNp0/THcB0/LQb/Ujx9T'
  static final String ED2 = 'AAAAC3NzaC1lZDI1NTE5AAAAIHeneBtvfJLZ7RNVHn7uoaUradcIR+GUhJhhgCq3woAZ'
  static final String EC = 'AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBC+f48MCOUKBI4CKQfTK3AxAYqMs6XzWACn0bxFsT1sqiKCRfN6sjCtLp0wnBu8AweCfHX2XacavQFX+GZhP+Ns='
  // web1, hashed by ssh-keygen -H
  static final String HASHED = '|1|oDM3qrTXywDu6hFAB+m52mSOONg=|umrQRU6MQumuLcqd8AnQ/Nt0uZ0='

  @TempDir
  File folder

  String check(Map args = [:], String lines) {
    def file = new File(folder, 'known_hosts')
    file.text = lines.replaceAll(/ ED2\b/, " $ED2").replaceAll(/ ED\b/, " $ED").replaceAll(/ EC\b/, " $EC")
    def files = [file.toPath()]
    def endpoint = new Endpoint('web1', Endpoint.Kind.SSH, args.address ?: 'web1', args.port ?: 22, 'me', Keys.NONE, Optional.empty(),
      Optional.empty(), Optional.empty(), Optional.empty(),
      new HostKeys(files, args.acceptNew ?: false, Optional.ofNullable(args.alias)), Optional.empty(), KeepAlive.DEFAULT, Duration.ofSeconds(1), Duration.ofSeconds(1), [])
    def blob = args.key ?: ED
    def refusal = new HostVerifier(endpoint, new KnownHosts(files)).check(args.type ?: 'ssh-ed25519', blob, blob.decodeBase64())
    refusal == null ? 'accepted' : refusal.message.find(/not known|CHANGED|REVOKED/)
  }

  def "#what: #verdict"() {
    expect:
    check(args, lines) == verdict

    where:
    what                              | lines                                          | args                        || verdict
    'plain'                           | 'web1 ssh-ed25519 ED'                          | [:]                         || 'accepted'
    'one of several names'            | 'db1,web1,10.0.0.1 ssh-ed25519 ED comment'     | [:]                         || 'accepted'
    'any case'                        | 'Web1 ssh-ed25519 ED'                          | [address: 'WEB1']           || 'accepted'
    'nothing'                         | ''                                             | [:]                         || 'not known'
    'another host'                    | 'web11 ssh-ed25519 ED'                         | [:]                         || 'not known'
    'a comment and garbage'           | '# web1 ssh-ed25519 ED\nweb1\nweb1 x\n@x a b c' | [:]                         || 'not known'
    'another key'                     | 'web1 ssh-ed25519 ED2'                         | [:]                         || 'CHANGED'
    'another key, new ones accepted'  | 'web1 ssh-ed25519 ED2'                         | [acceptNew: true]           || 'CHANGED'
    'only another type is known'      | 'web1 ecdsa-sha2-nistp256 EC'                  | [:]                         || 'CHANGED'
    'the same, new ones accepted'     | 'web1 ecdsa-sha2-nistp256 EC'                  | [acceptNew: true]           || 'CHANGED'
    'two types, one of them right'    | 'web1 ecdsa-sha2-nistp256 EC\nweb1 ssh-ed25519 ED' | [:]                     || 'accepted'
    'two keys of a type'              | 'web1 ssh-ed25519 ED2\nweb1 ssh-ed25519 ED'    | [:]                         || 'accepted'
    'hashed'                          | "$HASHED ssh-ed25519 ED"                       | [:]                         || 'accepted'
    'hashed, another key'             | "$HASHED ssh-ed25519 ED2"                      | [:]                         || 'CHANGED'
    'hashed, another host'            | "$HASHED ssh-ed25519 ED"                       | [address: 'web2']           || 'not known'
    'a broken hash'                   | '|1|x ssh-ed25519 ED\n|1|!!|?? ssh-ed25519 ED' | [:]                         || 'not known'
    'a port of its own'               | '[web1]:2222 ssh-ed25519 ED'                   | [port: 2222]                || 'accepted'
    'another port'                    | '[web1]:2222 ssh-ed25519 ED'                   | [:]                         || 'not known'
    'another key on that port'        | '[web1]:2222 ssh-ed25519 ED2\nweb1 ssh-ed25519 ED' | [port: 2222]            || 'CHANGED'
    'the plain name, port of its own' | 'web1 ssh-ed25519 ED'                          | [port: 2222]                || 'accepted'
    'another machine behind the port' | 'web1 ssh-ed25519 ED2'                         | [port: 2222]                || 'not known'
    'a pattern'                       | 'web?,*.example.org ssh-ed25519 ED'            | [:]                         || 'accepted'
    'a pattern with the port'         | '[web*]:22?? ssh-ed25519 ED'                   | [port: 2222]                || 'accepted'
    'negation wins'                   | '*,!web1 ssh-ed25519 ED'                       | [:]                         || 'not known'
    'negation wins, other order'      | '!web1,* ssh-ed25519 ED'                       | [:]                         || 'not known'
    'revoked wins'                    | 'web1 ssh-ed25519 ED\n@revoked * ssh-ed25519 ED' | [:]                       || 'REVOKED'
    'revoked wins, new ones accepted' | '@revoked web1 ssh-ed25519 ED'                 | [acceptNew: true]           || 'REVOKED'
    'another key is revoked'          | '@revoked * ssh-ed25519 ED2\nweb1 ssh-ed25519 ED' | [:]                      || 'accepted'
    'only revoked ones are known'     | '@revoked * ssh-ed25519 ED2'                   | [:]                         || 'not known'
    'an authority is no host key'     | '@cert-authority * ssh-ed25519 ED'             | [:]                         || 'not known'
    'an alias'                        | 'cluster ssh-ed25519 ED'                       | [alias: 'cluster', port: 9] || 'accepted'
    'IPv6'                            | '[::1]:2222 ssh-ed25519 ED'                    | [address: '::1', port: 2222] || 'accepted'
  }

  def "a new key is written down once, behind what is there"() {
    given:
    def lines = '# mine\ndb1 ssh-ed25519 ED2' // without a newline at the end

    expect:
    check(lines, acceptNew: true, port: 2222) == 'accepted'
    new File(folder, 'known_hosts').text == "# mine\ndb1 ssh-ed25519 $ED2\n[web1]:2222 ssh-ed25519 $ED\n"
  }

  def "asks for the types of key that are known, as ssh does"() {
    given:
    def file = new File(folder, 'known_hosts')
    file.text = "web1 ecdsa-sha2-nistp256 $EC\nweb1 ssh-rsa AAAA\n@revoked web1 ssh-ed25519 $ED\n"
    def endpoint = new Endpoint('web1', Endpoint.Kind.SSH, 'web1', 22, 'me', Keys.NONE, Optional.empty(), Optional.empty(),
      Optional.empty(), Optional.empty(), new HostKeys([file.toPath()], false, Optional.empty()), Optional.empty(), KeepAlive.DEFAULT, Duration.ZERO, Duration.ZERO, [])

    expect:
    new HostVerifier(endpoint, new KnownHosts([file.toPath()])).findExistingAlgorithms('x', 1) ==
      ['ecdsa-sha2-nistp256', 'rsa-sha2-512', 'rsa-sha2-256']
  }

  def "says what to do about it: #text"() {
    given:
    def endpoint = new Endpoint('web1', Endpoint.Kind.SSH, '10.0.0.5', 2222, 'me', Keys.NONE, Optional.empty(), Optional.empty(),
      Optional.empty(), Optional.empty(), new HostKeys([java.nio.file.Path.of('/home/me/.ssh/known_hosts')], false, Optional.empty()), Optional.empty(), KeepAlive.DEFAULT, Duration.ZERO, Duration.ZERO, [])
    def refusal = HostKeyRefusals.unknown(endpoint, '10.0.0.5', 'ssh-ed25519', KnownHost.fingerprint(ED.decodeBase64()), false)

    expect:
    refusal.message.contains(text)

    where:
    text << ['the host key of web1 (10.0.0.5 port 2222) is not known: ssh-ed25519 SHA256:',
      'ssh-keyscan -p 2222 10.0.0.5 >> /home/me/.ssh/known_hosts', '--accept-new-host-keys']
  }

  @Requires({ ['/usr/bin/ssh-keygen', '/bin/ssh-keygen'].any { new File(it).exists() } })
  def "finds the lines that ssh-keygen -F finds (seed #seed)"() {
    given:
    def random = new Random(seed)
    def names = ['web1', 'web2', 'db.example.org', '10.0.0.1']
    def patterns = names + names.collect { "[$it]:2222".toString() } + ['web*', '*.example.org', '!web2', '10.0.?.1', '*', '[*]:2222']
    def pick = { list -> list[random.nextInt(list.size())] }
    def file = new File(folder, 'known')
    file.text = (1..20).collect { "${(1..(1 + random.nextInt(3))).collect { pick(patterns) }.join(',')} ssh-ed25519 ${pick([ED, ED2])} line$it" }.join('\n') + '\n'
    if (seed % 2) ["ssh-keygen", "-q", "-H", "-f", file.path].execute().waitFor()

    expect:
    names.each { name ->
      [22, 2222].each { port ->
        def wanted = ["ssh-keygen", "-F", KnownHosts.name(name, port), "-f", file.path].execute().text.readLines()
          .findAll { it.startsWith('# Host') }.collect { it.replaceAll(/.*line (\d+).*/, '$1') as int }
        assert new KnownHosts([file.toPath()]).of(name, port)*.where()*.line() == wanted
      }
    }

    where:
    seed << (1..10)
  }
}
