package kit.modules.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Sh;

/** From what the firewall holds to what it should hold. */
final class RulePlan {

  /** Chains that are there without anybody's doing. */
  private static final Set<String> BUILT_IN =
      Set.of("INPUT", "FORWARD", "OUTPUT", "PREROUTING", "POSTROUTING");

  private final Iptables call;
  private final Host host;
  private final Firewall firewall;
  private final String chain;

  RulePlan(Iptables call, Host host) {
    this.call = call;
    this.host = host;
    this.firewall = call.firewall();
    this.chain = call.chain().orElse("");
    if (chain.startsWith("-")) {
      throw new PlanException("'" + chain + "' is no chain", "");
    }
  }

  Plan plan() {
    if (call.flush() && call.policy().isPresent()) {
      throw new PlanException("iptables takes flush or policy, not both", "write two calls");
    }
    if (chain.isEmpty() && !call.flush()) {
      throw new PlanException("iptables needs chain", "for example: chain: 'INPUT'");
    }
    List<String> rule = RuleWords.of(call);
    if (call.flush()) {
      return flush();
    }
    if (call.policy().isPresent()) {
      return policy(call.policy().get().name());
    }
    return rule.isEmpty() ? chain() : rule(rule);
  }

  private Plan rule(List<String> rule) {
    RulePresent question = new RulePresent(firewall, chain, rule);
    ChainState place = new ChainState(firewall, chain, "existence");
    boolean wanted = call.state() == Iptables.State.PRESENT;
    boolean manages = wanted && call.chainManagement();
    boolean looks = manages || wanted && !BUILT_IN.contains(chain);
    if (looks) {
      host.askAll(question, place);
    }
    boolean none = looks && !host.ask(place).exists() && !programMissing(host.ask(place).error());
    boolean missing = manages && none;
    if (none && !manages) {
      return broken(host.ask(place).error());
    }
    RulePresent.Found found = host.ask(question);
    if (!found.error().isEmpty() && !missing) {
      return broken(found.error());
    }
    String text = "-A " + chain + " " + Sh.quote(rule);
    if (found.present() == wanted) {
      return Plan.unchanged(
          wanted ? "the rule is there" : "the rule is not there", Map.of("rule", text));
    }
    Change change =
        change(
            missing ? "" : String.join(" ", rule),
            (wanted ? "add " : "remove ") + text,
            wanted ? "" : text,
            wanted ? text : "");
    if (missing) {
      String create = firewall.act("-N", chain, List.of()) + " || exit\n";
      ChainState.Found made = new ChainState.Found(true, "", false, "");
      change = change.run(create + addition(rule)).predicts(place, made);
    } else {
      change = change.run(wanted ? addition(rule) : removal(rule));
    }
    return change.predicts(question, new RulePresent.Found(wanted, "")).value("rule", text);
  }

  private String addition(List<String> rule) {
    boolean inserts = call.action() == Iptables.Action.INSERT;
    List<String> words = new ArrayList<>();
    call.ruleNum().filter(number -> inserts).ifPresent(at -> words.add(String.valueOf(at)));
    words.addAll(rule);
    if (call.setCounters().isPresent()) {
      words.add("-c");
      words.addAll(counters(call.setCounters().get()));
    }
    return firewall.act(inserts ? "-I" : "-A", chain, words);
  }

  private static List<String> counters(String text) {
    List<String> numbers = List.of(text.strip().split("[ ,]+"));
    for (String number : numbers) {
      if (numbers.size() != 2 || !number.chars().allMatch(Character::isDigit)) {
        throw new PlanException("setCounters takes packets and bytes", "setCounters: '0 0'");
      }
    }
    return numbers;
  }

  /** A rule may stand there several times; all of them go. */
  private String removal(List<String> rule) {
    String check = firewall.act("-C", chain, rule);
    String remove = firewall.act("-D", chain, rule);
    return remove + " || exit\nwhile " + check + " 2>/dev/null; do " + remove + " || exit; done";
  }

  private Plan flush() {
    ChainState question = new ChainState(firewall, chain, "");
    ChainState.Found found = host.ask(question);
    if (!found.exists()) {
      return broken(found.error());
    }
    if (!found.rules()) {
      return Plan.unchanged(where() + " has no rules");
    }
    return change("", "flush " + where(), "(rules)", "")
        .run(firewall.act("-F", chain, List.of()))
        .predicts(question, new ChainState.Found(true, found.policy(), false, ""));
  }

  private Plan policy(String wanted) {
    ChainState question = new ChainState(firewall, chain, "policy");
    ChainState.Found found = host.ask(question);
    if (found.policy().isEmpty()) {
      return found.exists()
          ? Plan.refused(where() + " has no policy", "only built-in chains such as INPUT have one")
          : broken(found.error());
    }
    if (found.policy().equals(wanted)) {
      return Plan.unchanged("the policy of " + where() + " is " + wanted);
    }
    String line = "-P " + chain + " ";
    return change("policy", "set the policy of " + where(), line + found.policy(), line + wanted)
        .run(firewall.act("-P", chain, List.of(wanted)))
        .predicts(question, new ChainState.Found(true, wanted, found.rules(), ""));
  }

  private Plan chain() {
    if (!call.chainManagement()) {
      throw new PlanException(
          "iptables has no rule to manage", "say what packets it is for, or chainManagement: true");
    }
    ChainState question = new ChainState(firewall, chain, "existence");
    ChainState.Found found = host.ask(question);
    boolean wanted = call.state() == Iptables.State.PRESENT;
    if (!found.exists() && programMissing(found.error())) {
      return broken(found.error());
    }
    if (found.exists() == wanted) {
      return Plan.unchanged(where() + (wanted ? " is there" : " is not there"));
    }
    String line = "-N " + chain;
    String before = found.rules() ? line + "\n(rules)" : line;
    String remove = firewall.act("-X", chain, List.of());
    // what is in it goes with it; what leads to it from elsewhere keeps it
    String emptied = found.rules() ? firewall.act("-F", chain, List.of()) + " && " : "";
    return change(
            wanted || !found.rules() ? "existence" : "",
            (wanted ? "create " : "remove ") + where(),
            wanted ? "" : before,
            wanted ? line : "")
        .run(wanted ? firewall.act("-N", chain, List.of()) : emptied + remove)
        .predicts(question, new ChainState.Found(wanted, "", false, ""));
  }

  /**
   * @param part what of the chain is changed; empty for all of it
   */
  private Change change(String part, String summary, String before, String after) {
    return Plan.change(summary)
        .diff(Diff.of(firewall.program() + " " + firewall.table(), line(before), line(after)))
        .touches(firewall.part(chain, part));
  }

  /** For a chain that is not there iptables has several words, some of them strange. */
  private static boolean chainMissing(String error) {
    return error.contains("No chain/target/match")
        || error.contains("does not exist")
        || error.contains("is incompatible, use 'nft' tool");
  }

  private Plan broken(String error) {
    if (chainMissing(error)) {
      return Plan.refused(
          "there is no " + where() + " in table " + firewall.table(),
          "chainManagement: true makes one");
    }
    return programMissing(error)
        ? Plan.refused("the host has no usable " + firewall.program() + ": " + error, "")
        : Plan.refused(firewall.program() + " refuses the rule: " + error, "");
  }

  private static boolean programMissing(String error) {
    return error.contains("not found") || error.contains("ermission") || error.contains("ermitted");
  }

  private String where() {
    return chain.isEmpty() ? "table " + firewall.table() : "chain " + chain;
  }

  private static String line(String text) {
    return text.isEmpty() ? "" : text + "\n";
  }
}
