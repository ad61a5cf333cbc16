package kit.model;

import java.time.Duration;

/**
 * Running a command detached from the connection.
 *
 * @param limit how long it may take; then its processes are ended
 * @param poll how often to look whether it has ended; zero not to wait for it at all
 */
public record Async(Duration limit, Duration poll) {

  /** How often to look if nothing else is said. */
  public static final Duration POLL = Duration.ofSeconds(5);
}
