package kit.transport;

import kit.target.Unreachable;

/** Connects to hosts. Safe for many threads. */
public interface Transport {

  /**
   * Connects and logs in.
   *
   * @throws Unreachable if that is not possible, saying why and what to do next
   */
  Connection connect(Endpoint endpoint);
}
