package kit.preflight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import kit.model.Problem;

/** The order in which a user reads problems: the playbook first, then the other files. */
final class Reading {

  private Reading() {}

  static List<Problem> order(String first, Collection<Problem> problems) {
    List<Problem> sorted = new ArrayList<>(problems);
    if (sorted.size() > 1) {
      sorted.sort(
          Comparator.comparing((Problem problem) -> !problem.location().file().equals(first))
              .thenComparing(problem -> problem.location().file())
              .thenComparingInt(problem -> problem.location().line())
              .thenComparingInt(problem -> problem.location().column()));
    }
    return sorted;
  }
}
