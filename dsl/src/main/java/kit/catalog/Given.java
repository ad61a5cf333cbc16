package kit.catalog;

import java.util.Optional;
import kit.model.Location;

/**
 * One argument of a call as it was written.
 *
 * @param name the name as written; empty if it has none and its position counts
 * @param value the value, or {@link #UNKNOWN}
 * @param location where it stands
 */
public record Given(Optional<String> name, Object value, Location location) {

  /** A value that is computed only when the call is made. */
  public static final Object UNKNOWN = new Object();

  private static final Object MORE = new Object();

  public static Given named(String name, Object value, Location location) {
    return new Given(Optional.of(name), value, location);
  }

  public static Given positional(Object value, Location location) {
    return new Given(Optional.empty(), value, location);
  }

  /** Further arguments of which not even the names are known: a map made by the playbook. */
  public static Given more(Location location) {
    return new Given(Optional.empty(), MORE, location);
  }

  /** Whether the source shows the value. */
  public boolean constant() {
    return known();
  }

  boolean known() {
    return value != UNKNOWN && value != MORE;
  }

  boolean hasMore() {
    return value == MORE;
  }
}
