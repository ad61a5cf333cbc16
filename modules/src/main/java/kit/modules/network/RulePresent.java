package kit.modules.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * Whether a chain holds a rule. Only iptables itself can tell: it knows all spellings of a rule.
 *
 * @param firewall where
 * @param chain the chain
 * @param rule the words of the rule
 */
record RulePresent(Firewall firewall, String chain, List<String> rule)
    implements Query<RulePresent.Found> {

  /**
   * The answer.
   *
   * @param present whether it is there
   * @param error why it cannot be told; empty if it can
   */
  record Found(boolean present, String error) {}

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    StringBuilder script = new StringBuilder();
    for (Query<Found> query : batch) {
      RulePresent rule = (RulePresent) query;
      script.append("kit_e=$(").append(rule.firewall.act("-C", rule.chain, rule.rule));
      script.append(" 2>&1 >/dev/null); printf '%d %s\\036' $? \"$kit_e\"\n");
    }
    return new Probe<>(script.toString(), RulePresent::read);
  }

  @Override
  public Set<Resource> about() {
    return Set.of(firewall.part(chain, String.join(" ", rule)));
  }

  private static List<Found> read(Output output) {
    List<Found> answers = new ArrayList<>();
    for (String answer : output.text().split("\036")) {
      int blank = answer.indexOf(' ');
      String message = answer.substring(blank + 1).strip();
      // a rule that jumps to a chain that is not there, or stands in one, is not there either
      boolean absent =
          message.contains("does not exist") || message.contains("No chain/target/match");
      answers.add(
          switch (answer.substring(0, blank)) {
            case "0" -> new Found(true, "");
            case "1" -> new Found(false, "");
            default -> new Found(false, absent ? "" : first(message));
          });
    }
    return answers;
  }

  private static String first(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
