package kit.shell

import java.time.Duration
import java.util.concurrent.CountDownLatch
import kit.model.Become
import kit.spi.Step
import kit.target.Apply
import kit.target.Frame
import kit.transport.Asker
import kit.transport.Endpoints
import kit.transport.Testbed
import kit.transport.ssh.SshTransport
import spock.lang.Specification

/** Figures to look at, nothing to assert: machines differ. */
class ConnectSpeedSpec extends Specification {

  def "ten hosts at once: connection, sudo and first frame"() {
    given:
    def bed = Testbed.need()
    def debian = bed.env.KIT_TESTBED_HOSTS.split(',').findAll { it.startsWith('d') }
    def hosts = (0..9).collect { debian[it % debian.size()] + "#$it" }

    expect:
    (1..5).each { round ->
      def connections = new Connections(new Endpoints({ bed.variables(it.split('#')[0]) }, bed.settings()).&of, new SshTransport(Asker.NOBODY))
      def done = new CountDownLatch(hosts.size())
      def start = System.nanoTime()
      hosts.each { host ->
        Thread.start {
          def reply = connections.open(host, Optional.of(Become.ROOT))
            .exchange(new Frame([new Apply([Step.Run.of('id -u')], Duration.ZERO, [:])], []), {})
          assert reply.outputs()[0][0].text() == '0\n'
          done.countDown()
        }
      }
      done.await()
      def middle = System.nanoTime()
      connections.close()
      println "10 sessions on ${debian.size()} hosts, round $round: ${(middle - start).intdiv(1_000_000)} ms, closed in ${(System.nanoTime() - middle).intdiv(1_000_000)} ms"
    }
  }
}
