package kit.vars;

import java.util.List;
import java.util.Objects;
import kit.inventory.Group;

/** Notices when only the alphabet decides between two groups of a host. */
final class Siblings {

  private Siblings() {}

  static void warn(String name, List<Candidate> found, Variables all) {
    Candidate winner = found.get(0);
    Group first = all.inventory().group(winner.group()).orElseThrow();
    for (Candidate other : found) {
      if (other.layer() != Layer.GROUPS || other.group().equals(first.name())) {
        continue;
      }
      Group second = all.inventory().group(other.group()).orElseThrow();
      boolean tie = first.depth() == second.depth() && first.priority() == second.priority();
      if (tie && !Objects.equals(winner.setting().value(), other.setting().value())) {
        all.warn(
            "the groups '%s' and '%s' disagree on %s: %s wins over %s by its name only; set ansible_group_priority"
                .formatted(
                    first.name(),
                    second.name(),
                    name,
                    winner.setting().location(),
                    other.setting().location()));
      }
    }
  }
}
