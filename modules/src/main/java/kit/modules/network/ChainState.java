package kit.modules.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * How a chain is.
 *
 * @param firewall where
 * @param chain its name; empty for all chains of the table
 * @param part what of it matters, as in {@link Firewall#part}: other changes leave that as it is
 */
record ChainState(Firewall firewall, String chain, String part) implements Query<ChainState.Found> {

  /**
   * The answer.
   *
   * @param exists whether it is there
   * @param policy the policy of a chain that is built in, else empty
   * @param rules whether it holds any rule
   * @param error what iptables complained of, if it is not there
   */
  record Found(boolean exists, String policy, boolean rules, String error) {}

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    StringBuilder script = new StringBuilder();
    for (Query<Found> query : batch) {
      ChainState state = (ChainState) query;
      script.append(state.firewall.act("-S", state.chain, List.of()));
      script.append(" 2>&1 | sed -n '1p;/^-A/{p;q;}'; printf '\\036'\n");
    }
    return new Probe<>(script.toString(), ChainState::read);
  }

  @Override
  public Set<Resource> about() {
    return Set.of(firewall.part(chain, part));
  }

  private static List<Found> read(Output output) {
    List<Found> answers = new ArrayList<>();
    String text = output.text();
    int from = 0;
    for (int end = text.indexOf('\036'); end >= 0; end = text.indexOf('\036', from)) {
      String[] lines = text.substring(from, end).split("\n");
      String[] words = lines[0].split(" ");
      boolean exists = lines[0].startsWith("-");
      String policy = words[0].equals("-P") && words.length > 2 ? words[2] : "";
      boolean rules = lines[lines.length - 1].startsWith("-A");
      answers.add(new Found(exists, policy, rules, exists ? "" : lines[0]));
      from = end + 1;
    }
    return answers;
  }
}
