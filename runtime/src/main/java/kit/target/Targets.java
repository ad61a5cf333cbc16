package kit.target;

import java.time.Duration;
import java.util.Optional;
import kit.model.Become;

/** Opens shells on the hosts of a run and closes them all at its end. Safe for many threads. */
public interface Targets extends AutoCloseable {

  /**
   * The shell of this user on this host; opened when first asked for, then kept.
   *
   * @param host the host's name in the inventory
   * @param become the user to become, empty for the login user
   * @throws Unreachable if it cannot be opened
   */
  Target open(String host, Optional<Become> become);

  /** Whether a host is connected, as far as anybody has heard. */
  default boolean alive(String host) {
    return true;
  }

  /** Drops the shells of a host, so that the next call connects anew. */
  void forget(String host);

  /**
   * The same, for one that may not be back yet.
   *
   * @param patience how long the next attempt to connect may take
   */
  default void forget(String host, Duration patience) {
    forget(host);
  }

  @Override
  void close();
}
