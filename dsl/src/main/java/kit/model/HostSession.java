package kit.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.spi.Result;

/**
 * What a body may do while it runs for one host. The engine implements it; the language calls it.
 * One session belongs to one thread.
 */
public interface HostSession extends Flow {

  /** The host's name in the inventory. */
  String host();

  /** The groups that the host is in, sorted, without {@code all}. */
  List<String> groups();

  /** Queues a call and returns the promise of its result. Nothing need have happened yet. */
  Result call(Invocation invocation);

  /** Arguments and options that calls of a module have in this play unless they say others. */
  Map<String, Object> moduleDefaults(String module);

  /** Whether a variable of this name has a value for this host. */
  boolean has(String variable);

  /** The names of the variables that have a value for this host now. */
  Set<String> variables();

  /**
   * The value of a variable for this host.
   *
   * @throws KitException if there is none, with a suggestion
   */
  Object variable(String name, Location where);

  /** The playbook's own variables, as they are at a call; for who looks on. */
  default void locals(Location where, Map<String, Object> values) {
    // nobody looks on
  }

  /** Those of the last call at a place, or else of the last call anywhere in the task. */
  default Map<String, Object> locals(Location where) {
    return Map.of();
  }

  /** Variables of another host: {@code host('db1').vars.x}. */
  Map<String, Object> variablesOf(String host, Location where);

  /** The facts of this host; asked once in a play. */
  Map<String, Object> facts();

  /** Facts of another host, as gathered in this run. */
  Map<String, Object> factsOf(String host, Location where);

  /** The role whose tasks are running; empty outside of roles. */
  Optional<Role> role();

  /**
   * Reads variables from a file, for the rest of the role, or else of the play.
   *
   * @param path in {@code vars} of the role or beside the playbook; a directory means all its files
   * @param name the variable that holds them all as a map; empty if each has its own name
   */
  void includeVars(String path, String name, Location where);

  /**
   * A filter of templates.
   *
   * @param name as templates write it, or in camelCase
   * @param arguments the value first
   * @throws KitException if there is none, or if it fails
   */
  Object filter(String name, List<?> arguments, Map<String, Object> named, Location where);

  /** Ends the task that is running on this host: the rest of its body is not run. */
  void skip(String why);

  /** What must be shown nowhere. */
  default Secrets secrets() {
    return Secrets.NONE;
  }

  /** Text printed by a playbook, shown in its place in the order. */
  void print(String text, Location where);
}
