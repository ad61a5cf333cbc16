package kit.vars;

import java.util.Map;
import kit.data.Setting;

/**
 * Names of the blocks, roles and tasks around a place, the nearest first. Immutable, so a queued
 * call keeps the one it was made in.
 *
 * @param names names and values
 * @param data whether the values are data of this run, which are never rendered
 * @param defaults whether these are role defaults, the weakest of all
 * @param outer what is around; null at the outside
 */
record Lexical(Map<String, Setting> names, boolean data, boolean defaults, Lexical outer) {

  /** The innermost value of a name, among defaults or among the rest. */
  static Candidate find(Lexical innermost, String name, boolean defaults) {
    for (Lexical at = innermost; at != null; at = at.outer) {
      Setting setting = at.defaults == defaults ? at.names.get(name) : null;
      if (setting != null) {
        return new Candidate(defaults ? Layer.ROLE_DEFAULTS : Layer.LEXICAL, "", setting, at.data);
      }
    }
    return null;
  }
}
