package kit.engine;

import java.util.List;
import java.util.Map;
import kit.model.HostSession;
import kit.model.Location;

/** The variables of one host in one play, used by that host's thread. */
public interface HostScope {

  /**
   * The play begins on the host: facts are asked for, and values that the playbook computes are
   * computed, through this session from now on.
   */
  void begin(HostSession session);

  /** The facts of the host are known from now on. */
  default void gathered(Map<String, Object> facts) {}

  boolean has(String name);

  /**
   * @throws kit.model.KitException if it is not defined, with a suggestion
   */
  Object get(String name, Location where);

  /** Sets a variable from a run: setFact and register. It holds for the rest of the run. */
  void set(String name, Object value);

  /** Puts further variables over all others but extra variables. */
  void push(Map<String, Object> variables);

  /** Takes the last pushed ones away. */
  void pop();

  /** The groups of the host, sorted, without {@code all}. */
  List<String> groups();
}
