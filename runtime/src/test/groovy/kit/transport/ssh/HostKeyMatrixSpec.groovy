package kit.transport.ssh

import java.nio.file.Files
import java.nio.file.Path
import kit.target.Unreachable
import kit.transport.Asker
import kit.transport.Connection
import kit.transport.Endpoints
import kit.transport.Testbed
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Whom kit takes a real sshd for, and that nobody else ever sees an attempt to log in. */
@Timeout(60)
class HostKeyMatrixSpec extends Specification {
  @TempDir
  Path folder
  Testbed bed = Testbed.need()
  List<Connection> connections = [].asSynchronized()

  def cleanup() {
    connections*.close()
  }

  String inside(String script) {
    Testbed.local('docker', 'exec', bed.container('d1'), 'sh', '-c', script)
  }

  int logins() {
    inside('journalctl -u ssh -o cat').readLines().count {
      it.contains('Accepted') || it.contains('Failed') || it.contains('authenticating user')
    }
  }

  /** A key of a host of the testbed, as known_hosts has it. */
  String key(String host, String type) {
    new File(bed.state, 'known_hosts').readLines().find { it.startsWith("[127.0.0.1]:${bed.port(host)} ") && it.contains(type) }.split(' ', 2)[1]
  }

  String words(String lines) {
    lines.replace('NAME', "[127.0.0.1]:${bed.port('d1')}")
      .replace('RIGHT', key('d1', 'ed25519')).replace('ECDSA', key('d1', 'ecdsa')).replace('RSA', key('d1', 'rsa'))
      .replace('WRONG-EC', key('d2', 'ecdsa')).replace('WRONG', key('d2', 'ed25519'))
  }

  String connect(Path file, boolean acceptNew) {
    def settings = bed.settings(knownHosts: file, acceptNew: acceptNew)
    try {
      connections << new SshTransport(Asker.NOBODY).connect(new Endpoints({ bed.variables('d1') }, settings).of('d1'))
      return 'in'
    } catch (Unreachable e) {
      return e.message.find(/not known|CHANGED|REVOKED/) ?: e.message
    }
  }

  def "#what: #strict, and #accepting where new keys are accepted"() {
    given:
    def file = folder.resolve('known_hosts')
    Files.writeString(file, words(lines))
    if (what.startsWith('hashed')) Testbed.local('ssh-keygen', '-q', '-H', '-f', file.toString())
    def before = Files.readString(file)
    def seen = logins()

    expect:
    connect(file, false) == strict
    Files.readString(file) == before
    connect(file, true) == accepting
    Files.readString(file) == (accepting == 'in' && strict != 'in' ? before + words('NAME RIGHT\n') : before)
    logins() - seen == [strict, accepting].count('in')

    where:
    what                                    | lines                                   || strict      | accepting
    'known'                                 | 'NAME RIGHT\n'                          || 'in'        | 'in'
    'unknown'                               | ''                                      || 'not known' | 'in'
    'changed'                               | 'NAME WRONG\n'                          || 'CHANGED'   | 'CHANGED'
    'only another type is known, and right' | 'NAME ECDSA\n'                          || 'in'        | 'in'
    'only RSA is known, and right'          | 'NAME RSA\n'                            || 'in'        | 'in'
    'only another type is known, and wrong' | 'NAME WRONG-EC\n'                       || 'CHANGED'   | 'CHANGED'
    'revoked and listed'                    | 'NAME RIGHT\n@revoked * RIGHT\n'        || 'REVOKED'   | 'REVOKED'
    'revoked only'                          | '@revoked NAME RIGHT\n'                 || 'REVOKED'   | 'REVOKED'
    'negated'                               | '*,!NAME,!127.0.0.1 RIGHT\n'            || 'not known' | 'in'
    'hashed'                                | 'NAME RIGHT\n'                          || 'in'        | 'in'
    'hashed and changed'                    | 'NAME WRONG\n'                          || 'CHANGED'   | 'CHANGED'
    'another port'                          | '[127.0.0.1]:1 RIGHT\n'                 || 'not known' | 'in'
    'another machine on port 22'            | '127.0.0.1 WRONG\n'                     || 'not known' | 'in'
    'an authority'                          | '@cert-authority * RIGHT\n'             || 'not known' | 'in'
    'one of several'                        | 'NAME WRONG\nNAME RIGHT\nNAME WRONG-EC\n' || 'in'      | 'in'
  }

  def "host certificates are not read, and kit says so"() {
    given:
    def file = folder.resolve('known_hosts')
    Files.writeString(file, words('@cert-authority [127.0.0.1]:* WRONG\n'))

    when:
    new SshTransport(Asker.NOBODY).connect(new Endpoints({ bed.variables('d1') }, bed.settings(knownHosts: file)).of('d1'))

    then:
    def e = thrown(Unreachable)
    e.message.contains('kit does not read host certificates (@cert-authority)')
  }

  def "a new key is written down once, however many find it new at the same time"() {
    given: 'each with known hosts of its own, as several runs of kit have'
    def file = folder.resolve('new/known_hosts')

    when:
    def threads = (1..6).collect { Thread.start { connect(file, true) } }
    threads*.join()

    then:
    connections.size() == 6
    Files.readString(file) == words('NAME RIGHT\n')
    Files.getPosixFilePermissions(file).toString().count(',') == 1

    and: 'what somebody else has written meanwhile is believed'
    def known = new KnownHosts([file])
    known.of('other', 22).empty
    Files.writeString(file, words('other WRONG\n'))
    known.add('other', 22, 'ssh-ed25519', words('RIGHT').split(' ')[1]).blob() == words('WRONG').split(' ')[1]
    Files.readString(file) == words('other WRONG\n')
  }

  def "ssh's configuration may say #setting: #outcome"() {
    given:
    def known = folder.resolve('known_hosts')
    Files.writeString(known, words(lines))
    def config = folder.resolve('config')
    Files.writeString(config, "StrictHostKeyChecking $setting\nUserKnownHostsFile $known\nGlobalKnownHostsFile none\n")
    Files.setPosixFilePermissions(config, java.nio.file.attribute.PosixFilePermissions.fromString('rw-------'))
    def settings = bed.settings(knownHosts: [], sshConfig: config)
    def said = 'in'

    when:
    try {
      connections << new SshTransport(Asker.NOBODY).connect(new Endpoints({ bed.variables('d1') }, settings).of('d1'))
    } catch (Unreachable e) {
      said = e.message.find(/not known|CHANGED|REVOKED/)
    }

    then:
    said == outcome

    where:
    setting      | lines          || outcome
    'accept-new' | ''             || 'in'
    'accept-new' | 'NAME WRONG\n' || 'CHANGED'
    'no'         | ''             || 'in'
    'no'         | 'NAME WRONG\n' || 'CHANGED'
    'yes'        | ''             || 'not known'
    'ask'        | ''             || 'not known'
  }
}
