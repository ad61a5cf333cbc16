package kit.modules.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * What an apt-get command would do.
 *
 * @param arguments the words after {@code apt-get -s}, quoted for the shell
 */
record Simulation(String arguments) implements Query<Simulation.Found> {

  /**
   * The outcome.
   *
   * @param moves packages that would come, go or change
   * @param error what apt-get complained of; empty if it would work
   */
  record Found(List<Move> moves, String error) {}

  /**
   * What happens to a package.
   *
   * @param name its name
   * @param before version before, empty if it is not installed
   * @param after version after, empty if it is removed
   */
  record Move(String name, String before, String after) {}

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    StringBuilder script = new StringBuilder();
    for (Query<Found> query : batch) {
      script.append("apt-get -s -q ").append(((Simulation) query).arguments);
      script.append(" 2>&1; echo \"kit $?\"\n");
    }
    return new Probe<>(script.toString(), Simulation::read);
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("package", "*"), Resource.path("/etc/apt"));
  }

  @Override
  public boolean expensive() {
    return true;
  }

  private static List<Found> read(Output output) {
    List<Found> answers = new ArrayList<>();
    List<Move> moves = new ArrayList<>();
    StringBuilder errors = new StringBuilder();
    for (String line : output.text().split("\n")) {
      if (line.startsWith("Inst ") || line.startsWith("Remv ") || line.startsWith("Purg ")) {
        moves.add(move(line));
      } else if (line.startsWith("Del ")) {
        moves.add(new Move(line.substring(4), "in the cache", ""));
      } else if (line.startsWith("E: ")) {
        errors.append(errors.isEmpty() ? "" : "; ").append(line, 3, line.length());
      } else if (line.startsWith("kit ")) {
        boolean failed = !line.equals("kit 0");
        String error =
            failed && errors.isEmpty() ? "apt-get ended with " + line : errors.toString();
        answers.add(new Found(List.copyOf(moves), failed ? error.strip() : ""));
        moves.clear();
        errors.setLength(0);
      }
    }
    return answers;
  }

  /** {@code Inst curl [7.88.1] (7.88.2 Debian:12.15/stable [amd64]) []} */
  private static Move move(String line) {
    String[] words = line.split(" ");
    String before = "";
    String after = "";
    for (int i = 2; i < words.length && after.isEmpty(); i++) {
      if (words[i].startsWith("[") && before.isEmpty()) {
        before = words[i].replace("[", "").replace("]", "");
      } else if (words[i].startsWith("(")) {
        after = words[i].substring(1);
      }
    }
    return new Move(words[1], before, line.startsWith("Inst ") ? after : "");
  }
}
