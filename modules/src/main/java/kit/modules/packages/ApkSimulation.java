package kit.modules.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * What an apk command would do.
 *
 * @param arguments of apk
 */
record ApkSimulation(String arguments) implements Query<ApkSimulation.Found> {

  /**
   * The answer.
   *
   * @param moves lines such as {@code Upgrading musl (1.2.4-r1 -> 1.2.4-r2)}
   * @param error why it would fail; empty if it would not
   */
  record Found(List<String> moves, String error) {}

  @Override
  public Object kind() {
    return this;
  }

  @Override
  public boolean expensive() {
    return true;
  }

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    return new Probe<>(
        "apk --simulate --no-progress " + arguments + " 2>&1\n", output -> List.of(read(output)));
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("package", "*"));
  }

  /** Indented lines say more of the error before them. What others need is kept, with status 0. */
  private static Found read(Output output) {
    List<String> moves = new ArrayList<>();
    String error = "";
    boolean more = false;
    for (String line : output.text().split("\n")) {
      int end = line.indexOf(") ");
      if (more && line.startsWith(" ")) {
        error += " " + line.strip();
        continue;
      }
      more = false;
      if (line.startsWith("(") && end > 0) {
        moves.add(line.substring(end + 2).strip());
      } else if (error.isEmpty() && line.startsWith("ERROR:")) {
        error = line.substring(6).strip();
        more = true;
      } else if (error.isEmpty() && line.startsWith("World updated, but")) {
        error = "others need";
        more = true;
      }
    }
    boolean fails = output.rc() != 0 || error.startsWith("others need");
    return new Found(moves, !fails ? "" : error.isEmpty() ? "it fails" : error);
  }
}
