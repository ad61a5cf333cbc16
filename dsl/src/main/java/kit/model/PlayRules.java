package kit.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for a play as a whole beside its hosts, options and variables.
 *
 * @param order the order in which hosts are taken up
 * @param maxFailPercentage the play is over for all hosts of a batch when more of them failed
 * @param anyErrorsFatal the play is over for all hosts of a batch when one failed
 * @param moduleDefaults arguments and options that calls of a module have unless they say others
 * @param questions what the user is asked before the run
 */
public record PlayRules(
    HostOrder order,
    Optional<Double> maxFailPercentage,
    boolean anyErrorsFatal,
    Map<String, Map<String, Object>> moduleDefaults,
    List<Question> questions) {

  public static final PlayRules NONE =
      new PlayRules(HostOrder.INVENTORY, Optional.empty(), false, Map.of(), List.of());

  public PlayRules {
    questions = List.copyOf(questions);
  }

  /** Whether so many failed hosts of a batch end the play. */
  public boolean broken(int failed, int hosts) {
    return anyErrorsFatal && failed > 0
        || maxFailPercentage.isPresent() && failed * 100.0 > maxFailPercentage.get() * hosts;
  }
}
