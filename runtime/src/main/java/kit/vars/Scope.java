package kit.vars;

import java.util.Set;
import kit.model.Location;

/** Names with values: what a template sees. */
public interface Scope {

  /** Whether the name has a value, which may be null. */
  boolean has(String name);

  /**
   * The value, rendered and decrypted.
   *
   * @param where the place that reads it, for the message
   * @throws kit.model.KitException if there is none, with a suggestion
   */
  Object get(String name, Location where);

  Set<String> names();
}
