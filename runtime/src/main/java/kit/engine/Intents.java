package kit.engine;

import java.util.Set;

/** Keeps between runs which handlers are owed to which host. */
public interface Intents {

  /** The handlers owed to a host. */
  Set<String> of(String host);

  /** Replaces what is owed to a host; durable when this returns. */
  void write(String host, Set<String> handlers);

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
