package kit.script.query;

import java.util.List;
import java.util.Map;
import kit.model.Location;
import kit.model.Secrets;

/** One host as an expression over it sees it. */
public interface QueryHost {

  /** Its name in the inventory. */
  String name();

  /** The groups that it is in, without {@code all}. */
  List<String> groups();

  /**
   * Whether it is in a group.
   *
   * @throws kit.model.KitException if there is no such group, with a suggestion
   */
  boolean isIn(String group, Location where);

  /** Whether a variable of this name has a value for it. */
  boolean has(String variable);

  /** The value of a variable that it has, rendered and decrypted. */
  Object variable(String name, Location where);

  /** What kit found out about it. */
  Map<String, Object> facts();

  /** What must be shown nowhere. */
  Secrets secrets();
}
