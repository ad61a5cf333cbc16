package kit.vars;

import java.util.List;
import java.util.Map;
import kit.data.Setting;

/**
 * Names of the blocks, roles and tasks around a place, the nearest first. Immutable, so a queued
 * call keeps the one it was made in.
 *
 * @param names names and values
 * @param data whether the values are data of this run, which are never rendered
 * @param layer what they are: of a role, or of anything else
 * @param role the role they belong to; empty if they belong to none
 * @param outer what is around; null at the outside
 */
record Lexical(Map<String, Setting> names, boolean data, Layer layer, String role, Lexical outer) {

  /** Adds the values of a name, the innermost first, among role defaults or among the rest. */
  static void find(Lexical innermost, String name, boolean defaults, List<Candidate> found) {
    for (Lexical at = innermost; at != null; at = at.outer) {
      boolean asked = at.layer == Layer.ROLE_DEFAULTS == defaults;
      Setting setting = asked ? at.names.get(name) : null;
      if (setting != null) {
        found.add(new Candidate(at.layer, at.role, setting, at.data));
      }
    }
  }
}
