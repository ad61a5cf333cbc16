package kit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kit.model.KitException;
import kit.model.Problem;

/** Collects what is wrong with the parts of a run, so that all of it is told at once. */
final class Mistakes {

  private final List<KitException> failures = new ArrayList<>();
  private final List<Problem> more = new ArrayList<>();

  /** A part; empty if it is broken. */
  <T> Optional<T> in(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (KitException e) {
      failures.add(e);
      return Optional.empty();
    }
  }

  void add(List<Problem> problems) {
    more.addAll(problems);
  }

  /**
   * @throws KitException if anything was wrong; a single failure as it was, because its class
   *     decides how kit ends
   */
  void refuse() {
    if (failures.size() == 1 && more.isEmpty()) {
      throw failures.get(0);
    }
    List<Problem> all = new ArrayList<>(more);
    for (KitException failure : failures) {
      all.addAll(failure.problems());
    }
    if (!all.isEmpty()) {
      throw new KitException(all);
    }
  }
}
