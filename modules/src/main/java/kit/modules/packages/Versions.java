package kit.modules.packages;

import java.util.List;
import kit.spi.Diff;

/** Packages that come, go or change, as a diff. */
final class Versions {

  private Versions() {}

  static Diff diff(List<Simulation.Move> moves) {
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (Simulation.Move move : moves) {
      line(before, move.name(), move.before());
      line(after, move.name(), move.after());
    }
    return Diff.of("packages", before.toString(), after.toString());
  }

  private static void line(StringBuilder text, String name, String version) {
    if (!version.isEmpty()) {
      text.append(name).append(' ').append(version).append('\n');
    }
  }
}
