package kit.script.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kit.model.Problem;

/** The order in which a user reads problems. */
public final class Order {

  private Order() {}

  public static List<Problem> byPlace(List<Problem> problems) {
    if (problems.size() < 2) {
      return List.copyOf(problems);
    }
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(
        Comparator.comparing((Problem problem) -> problem.location().file())
            .thenComparingInt(problem -> problem.location().line())
            .thenComparingInt(problem -> problem.location().column()));
    return sorted;
  }
}
