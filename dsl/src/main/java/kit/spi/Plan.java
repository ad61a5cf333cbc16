package kit.spi;

import java.util.Map;

/** What a module found: nothing to do, something to do, or that it cannot be done. */
public sealed interface Plan permits Plan.Unchanged, Change, Plan.Refused {

  /**
   * The host is as it should be.
   *
   * @param why in a few words: {@code nginx is installed}
   * @param values fields of the result
   */
  record Unchanged(String why, Map<String, Object> values) implements Plan {}

  /**
   * It cannot be done on this host.
   *
   * @param message what is wrong
   * @param hint what to do next
   * @param values fields of the result
   */
  record Refused(String message, String hint, Map<String, Object> values) implements Plan {}

  static Plan unchanged(String why) {
    return new Unchanged(why, Map.of());
  }

  static Plan unchanged(String why, Map<String, Object> values) {
    return new Unchanged(why, values);
  }

  static Plan refused(String message, String hint) {
    return new Refused(message, hint, Map.of());
  }

  static Change change(String summary) {
    return Change.of(summary);
  }
}
