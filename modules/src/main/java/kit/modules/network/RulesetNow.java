package kit.modules.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * All chains and rules of a table, as {@code iptables -S} spells them.
 *
 * @param firewall where
 */
record RulesetNow(Firewall firewall) implements Query<RulesetNow.Found> {

  /**
   * The answer.
   *
   * @param lines policies, chains and rules in order
   * @param error why they cannot be told; empty if they can
   */
  record Found(List<String> lines, String error) {}

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    StringBuilder script = new StringBuilder();
    for (Query<Found> query : batch) {
      Firewall each = ((RulesetNow) query).firewall;
      script.append(each.act("-S", "", List.of())).append(" 2>&1; printf '\\036%d\\036' $?\n");
    }
    return new Probe<>(script.toString(), RulesetNow::read);
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("firewall", firewall.program()));
  }

  static List<Found> read(Output output) {
    String[] parts = output.text().split("\036");
    List<Found> answers = new ArrayList<>();
    for (int i = 0; i + 1 < parts.length; i += 2) {
      String text = parts[i].strip();
      boolean good = parts[i + 1].equals("0");
      List<String> lines = new ArrayList<>();
      for (String line : text.split("\n")) {
        if (line.startsWith("-")) {
          lines.add(line.strip());
        }
      }
      answers.add(new Found(good ? List.copyOf(lines) : List.of(), good ? "" : text));
    }
    return answers;
  }
}
