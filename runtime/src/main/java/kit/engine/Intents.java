package kit.engine;

import java.util.Collection;
import java.util.Set;

/** Keeps between runs which handlers are owed to which host. */
public interface Intents {

  /** Nothing is owed, and nothing is kept: for what belongs to no playbook. */
  Intents NONE =
      new Intents() {
        @Override
        public Set<String> of(String host) {
          return Set.of();
        }

        @Override
        public void write(String host, Set<String> handlers) {
          // there are no handlers
        }
      };

  /** The handlers owed to a host. */
  Set<String> of(String host);

  /** Replaces what is owed to a host; durable when this returns. */
  void write(String host, Set<String> handlers);

  /**
   * Claims hosts for this run: no other run of the project may work on them meanwhile.
   *
   * @throws LockedException if another run does
   */
  default void claim(Collection<String> hosts) {}

  /** The run is over; the hosts are free again. */
  default void release() {}

  /** The same, without writing anything down: for check mode. */
  default Intents readOnly() {
    Intents kept = this;
    return new Intents() {
      @Override
      public Set<String> of(String host) {
        return kept.of(host);
      }

      @Override
      public void write(String host, Set<String> handlers) {
        // check mode leaves no trace
      }
    };
  }
}
