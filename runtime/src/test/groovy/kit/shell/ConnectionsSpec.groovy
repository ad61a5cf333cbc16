package kit.shell

import java.nio.file.Path
import java.time.Duration
import kit.target.Unreachable
import kit.transport.Endpoints
import kit.transport.Settings
import kit.transport.Transport
import spock.lang.Specification

class ConnectionsSpec extends Specification {

  def "a host that may not be back yet is waited for as long as is said, and only then"() {
    given:
    def limits = []
    def endpoints = new Endpoints({ [:] }, Settings.of(Path.of('/nowhere')))
    def connections = new Connections(endpoints::of, { limits << it.connectTimeout(); throw new Unreachable('away', '', false) } as Transport)
    def open = {
      try {
        connections.open('h', Optional.empty())
      } catch (Unreachable expected) {
      }
    }

    when:
    open()
    connections.forget('h', Duration.ofSeconds(3))
    open()
    connections.forget('h')
    open()

    then:
    limits[1] == Duration.ofSeconds(3)
    limits[0] == limits[2]
    limits[0] != limits[1]
  }
}
