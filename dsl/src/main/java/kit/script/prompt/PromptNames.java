package kit.script.prompt;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.model.Location;
import kit.model.Secrets;

/** What stands behind the names of an interactive session. */
public interface PromptNames {

  /** The names that the session itself gave values to. */
  Set<String> names();

  /** The value of such a name. */
  Object value(String name);

  /**
   * The hosts that patterns choose.
   *
   * @throws kit.model.KitException if one of them names nothing
   */
  List<String> hosts(List<String> patterns, Location where);

  /** The facts of hosts, asked now; hosts that cannot be reached are left out. */
  Map<String, Map<String, Object>> facts(List<String> hosts);

  /** The variables of a host. */
  Map<String, Object> vars(String host, Location where);

  /** The groups of a host. */
  List<String> groups(String host);

  /** Shows a text that was printed. */
  void print(String text);

  /** What must be shown nowhere. */
  Secrets secrets();
}
