package kit.modules.network;

import java.util.List;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * How iptables itself spells a set of rules: it is loaded into a network namespace of its own,
 * which is gone right after, so that nothing of the host is touched.
 *
 * @param firewall where
 * @param input what iptables-restore reads
 */
record RulesetSpelled(Firewall firewall, String input) implements Query<RulesetNow.Found> {

  private static final String END = "KIT_END";

  @Override
  public Object kind() {
    return this;
  }

  @Override
  public Probe<RulesetNow.Found> probe(List<Query<RulesetNow.Found>> batch) {
    String script =
        "unshare -n sh -c '"
            + firewall.program()
            + "-restore -w "
            + firewall.seconds()
            + " && "
            + firewall.act("-S", "", List.of())
            + "' 2>&1 <<'"
            + END
            + "'\n"
            + input
            + END
            + "\nprintf '\\036%d\\036' $?\n";
    return new Probe<>(script, RulesetNow::read);
  }

  /** The same for ever, as long as the program is the same. */
  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("package", "iptables"));
  }
}
