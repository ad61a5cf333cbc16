package kit.run

import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** A spec that needs the test hosts. */
@Requires(value = { Hosts.there }, reason = Hosts.MISSING, inherited = true)
abstract class HostSpec extends Specification {

  @Shared Hosts hosts
  @TempDir Path temp
  Site site

  def setupSpec() {
    hosts = new Hosts()
  }

  def setup() {
    site = new Site(temp, hosts.inventory)
  }

  /** Waits until the closure's assertions hold. */
  static void eventually(double seconds = 15, Closure<?> holds) {
    new PollingConditions(timeout: seconds, delay: 0.1).eventually(holds)
  }
}
