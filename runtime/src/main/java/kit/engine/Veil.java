package kit.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kit.model.Secrets;
import kit.spi.Diff;
import kit.spi.Step;

/** What becomes of steps and differences that hold secrets. */
final class Veil {

  private static final String MASK = "******";

  private final Secrets secrets;

  Veil(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Files with secrets in them are for their owner only, unless the module says otherwise. */
  List<Step> steps(List<Step> steps) {
    if (!secrets.any()) {
      return steps;
    }
    List<Step> all = new ArrayList<>(steps.size());
    for (Step step : steps) {
      boolean hides = step instanceof Step.Write write && !write.secret() && holds(write.content());
      all.add(hides ? ((Step.Write) step).closed(true) : step);
    }
    return all;
  }

  /**
   * Differences without lines that were taken out: where a secret comes in, an older one that
   * nobody knows any more may go. Secrets that are known are masked wherever they are shown.
   */
  List<Diff> diffs(List<Diff> diffs) {
    if (!secrets.any()) {
      return diffs;
    }
    List<Diff> all = new ArrayList<>(diffs.size());
    for (Diff diff : diffs) {
      boolean hides = !diff.secret() && (holds(diff.after()) || holds(diff.before()));
      all.add(hides ? veiled(diff) : diff);
    }
    return all;
  }

  private static Diff veiled(Diff diff) {
    Set<String> stay = new HashSet<>(List.of(diff.after().split("\n", -1)));
    StringBuilder before = new StringBuilder();
    String gap = "";
    for (String line : diff.before().split("\n", -1)) {
      before.append(gap).append(stay.contains(line) ? line : MASK);
      gap = "\n";
    }
    return new Diff(before.toString(), diff.after(), diff.title(), false);
  }

  private boolean holds(byte[] content) {
    return holds(new String(content, StandardCharsets.UTF_8));
  }

  private boolean holds(String text) {
    return secrets.in(text).isPresent();
  }
}
