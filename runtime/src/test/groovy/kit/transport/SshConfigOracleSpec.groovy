package kit.transport

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import kit.model.Location
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** kit reads ssh's configuration as ssh does: "ssh -G" says what ssh makes of it. */
@Requires({ System.getenv('PATH').split(':').any { new File(it, 'ssh').canExecute() } })
class SshConfigOracleSpec extends Specification {
  static final List<String> KEYWORDS = ['hostname', 'user', 'port', 'identitiesonly', 'identityagent', 'hostkeyalias',
    'stricthostkeychecking', 'userknownhostsfile', 'globalknownhostsfile', 'serveraliveinterval', 'serveralivecountmax',
    'connecttimeout', 'proxyjump', 'proxycommand', 'canonicalizehostname', 'certificatefile', 'identityfile']
  static final String SELF = System.getProperty('user.name')

  @TempDir
  Path home

  Path write(String name, String text) {
    def file = home.resolve(name)
    Files.createDirectories(file.parent)
    Files.writeString(file, text.replace('HOME', home.toString()).replace('SELF', SELF))
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rw-------'))
    file
  }

  Map<String, List<String>> ssh(Path config, String host, Map said) {
    def line = ['ssh', '-T', '-G', '-F', config.toString()]
    if (said.user) line.addAll(['-l', said.user])
    if (said.port) line.addAll(['-p', said.port])
    def process = new ProcessBuilder(line + [host]).redirectErrorStream(true).start()
    def result = [:].withDefault { [] }
    process.inputStream.readLines('ISO-8859-1').each {
      def (key, value) = it.split(' ', 2) + ['']
      result[key] << value
    }
    assert process.waitFor() == 0: result
    result
  }

  SshOptions kit(Path config, String host, Map said) {
    def options = new SshOptions()
    said.each { key, value -> options.add(key, [value], Location.NONE) }
    new SshConfig([config], home).of(host, options, SELF)
  }

  /** What ssh -G shows where nothing is said, and the spellings it shows it in. */
  private static List<String> shown(SshOptions options, String keyword, Map<String, List<String>> ssh, String host) {
    switch (keyword) {
      case 'hostname': return [SshWords.tokens(Location.NONE, options.first(keyword).orElse(host), 'h', host).toLowerCase()]
      case 'user': return [options.first(keyword).orElse(SELF)]
      case 'port': return [options.first(keyword).orElse('22')]
      case ['identityfile', 'certificatefile']:
        def all = options.all(keyword).unique()
        return all.empty ? ssh[keyword].findAll { it.startsWith('~/.ssh/id_') } : all
      case 'serveraliveinterval': return [options.first(keyword).orElse('0')]
      case 'serveralivecountmax': return [options.first(keyword).orElse('3')]
      default:
        return options.first(keyword).map { [spelled(keyword, it)] }.orElse(ssh[keyword].findAll { it in ['no', 'false', 'ask', 'none'] || it.contains('known_hosts2') })
    }
  }

  private static String spelled(String keyword, String value) {
    keyword == 'stricthostkeychecking' || keyword == 'canonicalizehostname' ? [yes: 'true', no: 'false'].getOrDefault(value, value) : value
  }

  def "#what, for #host #said"() {
    given:
    write('conf.d/b.conf', 'Host included\n  User from-b\n  Port 3000\n')
    write('conf.d/a.conf', 'Host inc*\n  User from-a\nMatch all\n  ConnectTimeout 9\n')
    write('conf.d/.hidden.conf', 'User hidden\n')
    write('deep/x/one.conf', 'HostKeyAlias deep\n')
    def file = write('config', config)

    when:
    def theirs = ssh(file, host, said)
    def ours = kit(file, host, said)

    then:
    KEYWORDS.each {
      if (!(it in ['proxyjump', 'proxycommand'] && theirs[it].empty && ours.first(it) in [Optional.empty(), Optional.of('none')]))
        assert shown(ours, it, theirs, host) == theirs[it]: it
    }

    where:
    what                                 | host       | said                 | config
    'nothing'                            | 'web1'     | [:]                  | ''
    'the first value counts'             | 'web1'     | [:]                  | 'Host web1\n User a\n User b\nHost *\n User c\n Port 24\n'
    'what is said counts more'           | 'web1'     | [user: 'u', port: '7'] | 'User a\nPort 24\n'
    'several patterns'                   | 'db3'      | [:]                  | 'Host web* db?\n User a\n'
    'a negated pattern'                  | 'web2'     | [:]                  | 'Host web* !web2\n User a\nHost !web2 *\n User b\n'
    'a negated pattern alone'            | 'db1'      | [:]                  | 'Host !web*\n User a\n'
    'case of a host pattern'             | 'Web1'     | [:]                  | 'Host web1\n User a\nHost Web1\n User b\n'
    'spellings'                          | 'web1'     | [:]                  | 'hOsT=web1\n\tUSER = "a"\n  Port=24 # why\n#Port 25\n\n   HostKeyAlias  x\t\r\n'
    'quotes'                             | 'web1'     | [:]                  | 'User \'a\'\nHostKeyAlias "a\\"b"\nIdentityFile "/tmp/a b"\nIdentityFile /tmp/c\\ d\nUserKnownHostsFile "/tmp/x" /tmp/y\n'
    'HostName'                           | 'web1'     | [:]                  | 'HostName %h.example.org\n'
    'HostName with percent'              | 'web1'     | [:]                  | 'HostName a%%b\n'
    'Host is about the name as given'    | 'web1'     | [:]                  | 'Host web1\n HostName real\nHost real\n User a\n'
    'Match host is about the real name'  | 'web1'     | [:]                  | 'Host web1\n HostName real\nMatch host real\n User a\nMatch host web1\n Port 24\n'
    'Match host before HostName'         | 'web1'     | [:]                  | 'Match host web1\n HostName real\nMatch host web1\n Port 24\n'
    'Match host, whole expanded'         | 'web1'     | [:]                  | 'HostName %h.org\nMatch host *.org\n User a\n'
    'Match host ignores case'            | 'WEB1'     | [:]                  | 'Match host web1,db1\n User a\n'
    'Match originalhost'                 | 'web1'     | [:]                  | 'HostName real\nMatch originalhost web*\n User a\nMatch originalhost real\n Port 24\n'
    'Match user'                         | 'web1'     | [user: 'bob']        | 'Match user alice,bob\n Port 24\n'
    'Match user set before'              | 'web1'     | [:]                  | 'User bob\nMatch user bob\n Port 24\nMatch user SELF\n Port 25\n'
    'Match user of the block itself'     | 'web1'     | [:]                  | 'Match user SELF\n User bob\n Port 24\nMatch user bob\n HostKeyAlias x\n'
    'Match user not set'                 | 'web1'     | [:]                  | 'Match user SELF\n Port 24\nMatch user !SELF,*\n Port 25\n'
    'Match localuser'                    | 'web1'     | [user: 'x']          | 'Match localuser nobody,SELF\n Port 24\n'
    'Match with two criteria'            | 'web1'     | [user: 'x']          | 'Match host web* user y\n Port 23\nMatch host web* user x\n Port 24\n'
    'Match negated'                      | 'web1'     | [:]                  | 'Match !host db*\n Port 24\nMatch !host web*\n User a\n'
    'Match !host and host'               | 'web1'     | [:]                  | 'Match host web* !user root2 !originalhost web2\n Port 24\n'
    'Match list with negation'           | 'web2'     | [:]                  | 'Match host web*,!web2\n Port 24\n'
    'Match all'                          | 'web1'     | [:]                  | 'Host db\n User a\nMatch all\n Port 24\n'
    'Match final'                        | 'web1'     | [:]                  | 'Match final host real\n Port 24\nHost web1\n HostName real\n'
    'Match final all'                    | 'web1'     | [:]                  | 'Match final all\n Port 24\n User late\nHost web1\n User early\n'
    'Match final sets no name'           | 'web1'     | [:]                  | 'Match final\n HostName late\n'
    'Match !final'                       | 'web1'     | [:]                  | 'Match !final\n Port 24\nMatch final\n Port 25\n'
    'Match canonical without final'      | 'web1'     | [:]                  | 'Match canonical all\n Port 24\nMatch !canonical\n User a\n'
    'final pass and identities'          | 'web1'     | [:]                  | 'IdentityFile /tmp/a\nMatch final\n IdentityFile /tmp/b\n'
    'identities add up'                  | 'web1'     | [:]                  | 'Host web1\n IdentityFile /tmp/a\n IdentityFile ~/b\nHost *\n IdentityFile %d/c\n IdentityFile /tmp/a\nIdentitiesOnly yes\n'
    'Include with a pattern'             | 'included' | [:]                  | 'Include HOME/conf.d/*.conf\n'
    'Include of nothing'                 | 'web1'     | [:]                  | 'Include HOME/none.d/*.conf HOME/none\nUser a\n'
    'Include in a block that holds'      | 'included' | [:]                  | 'Host inc*\n Include HOME/conf.d/?.conf\n Port 99\n'
    'Include in a block that does not'   | 'included' | [:]                  | 'Host db*\n Include HOME/conf.d/*.conf\n Port 99\nHost *\n User after\n'
    'a block ends with its file'         | 'web1'     | [:]                  | 'Include HOME/conf.d/*.conf\nUser a\n'
    'Include with patterns in folders'   | 'web1'     | [:]                  | 'Include HOME/d*p/*/one.conf\n'
    'Include of two files'               | 'included' | [:]                  | 'Include HOME/conf.d/b.conf HOME/conf.d/a.conf\n'
    'ProxyJump'                          | 'web1'     | [:]                  | 'ProxyJump a@b:24,c\nProxyCommand nc\n'
    'ProxyJump after ProxyCommand'       | 'web1'     | [:]                  | 'ProxyCommand nc %h %p\nProxyJump c\n'
    'ProxyJump none first'               | 'web1'     | [:]                  | 'ProxyJump none\nProxyJump c\nProxyCommand nc\n'
    'host key settings'                  | 'web1'     | [:]                  | 'StrictHostKeyChecking accept-new\nUserKnownHostsFile /tmp/a /tmp/b\nGlobalKnownHostsFile /tmp/c\nHostKeyAlias z\n'
    'StrictHostKeyChecking yes'          | 'web1'     | [:]                  | 'StrictHostKeyChecking yes\n'
    'alive'                              | 'web1'     | [:]                  | 'Host web1\n ServerAliveInterval 15\nHost *\n ServerAliveInterval 30\n ServerAliveCountMax 4\n ConnectTimeout 5\n'
    'agents'                             | 'web1'     | [:]                  | 'IdentityAgent /run/x\nCertificateFile /tmp/c-cert.pub\nCertificateFile /tmp/d-cert.pub\n'
    'CanonicalizeHostname'               | 'web1'     | [:]                  | 'CanonicalizeHostname no\n'
  }
}
