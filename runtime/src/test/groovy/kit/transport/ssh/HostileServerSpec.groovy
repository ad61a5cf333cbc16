package kit.transport.ssh

import java.nio.file.Path
import kit.target.Unreachable
import kit.transport.Asker
import kit.transport.Endpoints
import kit.transport.Settings
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(30)
class HostileServerSpec extends Specification {

  def "a server that #what is given up in time"() {
    given:
    int connections = 0
    def server = new ServerSocket(0, 50, InetAddress.loopbackAddress)
    Thread.startDaemon {
      while (true) {
        def socket
        try {
          socket = server.accept()
        } catch (IOException closed) {
          return
        }
        connections++
        Thread.startDaemon {
          try {
            deed(socket)
          } catch (IOException gone) {
          }
        }
      }
    }
    def endpoint = new Endpoints({ [ansible_host: '127.0.0.1', ansible_port: server.localPort, ansible_timeout: 2] },
      Settings.of(Path.of('/nonexistent'))).of('evil')
    def start = System.nanoTime()

    when:
    new SshTransport(Asker.NOBODY).connect(endpoint)

    then:
    def e = thrown(Unreachable)
    e.message.contains(message)
    System.nanoTime() - start < 25_000_000_000L
    connections == tries

    cleanup:
    server.close()

    where:
    what                       | deed                                                                   || tries | message
    'hangs up at once'         | { it.close() }                                                         || 6     | 'hangs up'
    'is at its limit'          | { it.outputStream << 'Exceeded MaxStartups\r\n'; it.close() }          || 6     | 'hangs up'
    'says nothing'             | { Thread.sleep(60_000) }                                               || 1     | 'no SSH handshake within 2 s'
    'is no SSH server'         | { it.outputStream << 'HTTP/1.1 400 Bad Request\r\n\r\n'; Thread.sleep(60_000) } || 1 | 'no SSH handshake within 2 s'
    'never ends its greeting'  | { while (true) it.outputStream << 'x' * 60 + '\r\n' }                  || 1     | 'cannot reach evil'
    'greets in one long line'  | { while (true) it.outputStream << 'x' * 60 }                           || 1     | 'cannot reach evil'
    'greets byte by byte'      | { while (true) { it.outputStream << 'x'; Thread.sleep(300) } }         || 1     | 'cannot reach evil'
    'stops after its greeting' | { it.outputStream << 'SSH-2.0-evil\r\n'; Thread.sleep(60_000) }        || 1     | 'no SSH handshake within 2 s'
    'speaks nonsense'          | { it.outputStream << 'SSH-2.0-evil\r\n' + 'x' * 100_000; Thread.sleep(60_000) } || 6 | 'hangs up'
  }
}
