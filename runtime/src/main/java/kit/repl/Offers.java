package kit.repl;

import java.util.Map;
import java.util.Set;
import kit.catalog.ModuleCatalog;

/** What there is to be completed at a prompt. */
interface Offers {

  ModuleCatalog catalog();

  /** Words that only this prompt knows, with what they mean. */
  Map<String, String> words();

  /** The variables that were made at the prompt. */
  Set<String> names();

  /** The names of the hosts' variables. */
  Set<String> variables();

  /** Whether a name made here stands for hosts. */
  boolean areHosts(String name);

  /** Whether a name made here stands for results of calls. */
  boolean areResults(String name);

  /** Hosts and groups that may be chosen, with which of the two each is. */
  Map<String, String> hosts();

  /** The commands that begin with a colon, with what they do. */
  Map<String, String> commands();

  /** What a command may be told, with a word about each. */
  Map<String, String> told(String command);

  /** Facts of a host; empty if none tells them. */
  Map<String, Object> facts();

  /**
   * What a host has in the folder of a path, with where it is.
   *
   * @param typed the path so far
   * @param quote in which it stands
   */
  Map<String, String> paths(String typed, String quote);
}
