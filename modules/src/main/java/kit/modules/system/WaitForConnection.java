package kit.modules.system;

import java.time.Duration;
import kit.spi.Default;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.Shadows;
import kit.spi.Step;

/**
 * Waits until kit can log in to the host, become the user and use the shell, over a new connection.
 * Gather facts after it, not before: {@code gatherFacts false} on the play.
 *
 * <pre>{@code
 * waitForConnection()
 * waitForConnection timeout: '10m', delay: 20
 * }</pre>
 *
 * @param timeout how long to try, 600 s by default; then the host counts as not reached
 * @param delay how long to wait before the first attempt
 * @param sleep how long to wait between two attempts, 1 s by default
 * @param connectTimeout how long one attempt may take, 5 s by default
 */
public record WaitForConnection(
    @Default("600") @Shadows Duration timeout,
    @Default("0") @Shadows Duration delay,
    @Default("1") Duration sleep,
    @Default("5") Duration connectTimeout)
    implements Module {

  @Override
  public Plan plan(Host host) {
    // no question, since there may be nobody to ask
    return Plan.change("wait for the host to be reached")
        .step(new Step.Reconnect(delay, timeout, connectTimeout, sleep, ":\n"))
        .waiting();
  }
}
