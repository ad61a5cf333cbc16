package kit.modules.network;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kit.query.Content;
import kit.query.FileContent;
import kit.query.Stat;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Resource;
import kit.spi.Step;

/**
 * Makes a table of the packet filter hold exactly these rules in this order.
 *
 * <p>The table is replaced at once by iptables-restore: there is no moment with half the rules, and
 * a mistake in one leaves all as it was. Whatever else is in the table goes, the chains of Docker
 * or fail2ban included; other tables stay. Rules may be spelled in any way that iptables reads: to
 * compare them they are loaded into a network namespace of their own, which is why ipsets cannot be
 * named. The result has {@code rules}, as iptables spells them.
 *
 * <pre>{@code
 * iptablesRuleset policy: [INPUT: 'DROP', FORWARD: 'DROP'], rules: [
 *     '-A INPUT -i lo -j ACCEPT',
 *     '-A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT',
 *     '-A INPUT -p tcp --dport 22 -m comment --comment "ssh" -j ACCEPT']
 * iptablesRuleset table: 'nat', save: false, rules: ['-A POSTROUTING -o eth0 -j MASQUERADE']
 * }</pre>
 *
 * @param rules the rules, each {@code -A CHAIN ...}; chains of your own are made as they are named;
 *     an empty list empties the table
 * @param policy what happens to packets at the end of a built-in chain: ACCEPT or DROP; ACCEPT
 *     where nothing is said
 * @param table filter, nat, mangle, raw or security
 * @param ipVersion which of the two firewalls
 * @param save whether netfilter-persistent keeps them for the next boot; on by default
 * @param lockWait seconds to wait for another iptables to finish
 */
public record IptablesRuleset(
    List<String> rules,
    Map<String, String> policy,
    @Default("filter") Iptables.Table table,
    @Default("ipv4") Iptables.IpVersion ipVersion,
    @Default("true") boolean save,
    @Default("10") int lockWait)
    implements Module {

  private static final String SAVER = "/usr/sbin/netfilter-persistent";

  @Override
  public String label() {
    return firewall().program() + " " + firewall().table();
  }

  @Override
  public Plan plan(Host host) {
    String input = input();
    RulesetNow now = new RulesetNow(firewall());
    RulesetSpelled spelled = new RulesetSpelled(firewall(), input);
    Stat saver = new Stat(SAVER, true);
    Content file = new Content(saved());
    if (save) {
      host.askAll(now, spelled, saver, file);
    } else {
      host.askAll(now, spelled);
    }
    RulesetNow.Found is = host.ask(now);
    RulesetNow.Found shall = host.ask(spelled);
    if (!is.error().isEmpty()) {
      return Plan.refused(firewall().program() + " cannot be used: " + is.error(), "become root");
    }
    if (!shall.error().isEmpty()) {
      return Plan.refused(
          "the rules are refused: " + told(shall.error()), "nothing was changed; mend the rule");
    }
    if (save && !host.ask(saver).exists()) {
      return Plan.refused(
          "the host has no netfilter-persistent to keep the rules",
          "apt name: 'iptables-persistent', or save: false");
    }
    boolean kept = !save || holds(host.ask(file), shall.lines());
    if (is.lines().equals(shall.lines()) && kept) {
      return Plan.unchanged(label() + " holds these rules", Map.of("rules", is.lines()));
    }
    return change(is, shall, now, input, kept);
  }

  private Change change(
      RulesetNow.Found is, RulesetNow.Found shall, RulesetNow now, String input, boolean kept) {
    boolean same = is.lines().equals(shall.lines());
    Change change =
        Plan.change((same ? "save " : "replace ") + label()).value("rules", shall.lines());
    if (!same) {
      Step.Run restore = Step.Run.of(firewall().program() + "-restore -w " + lockWait + "\n");
      change =
          change
              .diff(Diff.of(label(), text(is.lines()), text(shall.lines())))
              .step(restore.reading(input.getBytes(StandardCharsets.UTF_8)))
              .touches(new Resource("firewall", firewall().program()))
              .predicts(now, new RulesetNow.Found(shall.lines(), ""));
    } else {
      change = change.diff(Diff.of(saved(), "", text(shall.lines())));
    }
    return save && !(same && kept)
        ? change.run(SAVER + " save\n").touches(Resource.tree("/etc/iptables"))
        : change;
  }

  Firewall firewall() {
    String program = ipVersion == Iptables.IpVersion.IPV6 ? "ip6tables" : "iptables";
    return new Firewall(program, table.name().toLowerCase(Locale.ROOT), lockWait);
  }

  /** Where netfilter-persistent's plugin keeps the rules. */
  private String saved() {
    return "/etc/iptables/rules." + (ipVersion == Iptables.IpVersion.IPV6 ? "v6" : "v4");
  }

  String input() {
    Map<String, String> chains = new LinkedHashMap<>();
    for (String chain : builtin()) {
      chains.put(chain, "ACCEPT");
    }
    policy.forEach(
        (chain, what) -> {
          if (!chains.containsKey(chain)) {
            throw new PlanException(
                "chain " + chain + " of table " + firewall().table() + " has no policy",
                "those built in have one: " + String.join(", ", builtin()));
          }
          if (!what.equals("ACCEPT") && !what.equals("DROP")) {
            throw new PlanException("policy '" + what + "' is none", "ACCEPT or DROP");
          }
          chains.put(chain, what);
        });
    StringBuilder body = new StringBuilder();
    for (String rule : rules) {
      String line = rule.strip();
      String[] words = line.split("\\s+", 3);
      boolean good = line.indexOf('\n') < 0 && words.length > 1;
      if (!good || !words[0].equals("-A") && !words[0].equals("--append")) {
        throw new PlanException(
            "'" + line + "' is no rule", "-A INPUT -p tcp --dport 22 -j ACCEPT");
      }
      chains.putIfAbsent(words[1], "-");
      body.append(line).append('\n');
    }
    StringBuilder input = new StringBuilder("*").append(firewall().table()).append('\n');
    chains.forEach(
        (chain, what) ->
            input.append(':').append(chain).append(' ').append(what).append(" [0:0]\n"));
    return input.append(body).append("COMMIT\n").toString();
  }

  private List<String> builtin() {
    return switch (table) {
      case FILTER, SECURITY -> List.of("INPUT", "FORWARD", "OUTPUT");
      case NAT -> List.of("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING");
      case MANGLE -> List.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING");
      case RAW -> List.of("PREROUTING", "OUTPUT");
    };
  }

  /** Whether a file of iptables-save has the same for the table. */
  private boolean holds(FileContent file, List<String> shall) {
    List<String> policies = new ArrayList<>();
    List<String> chains = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : file.text().split("\n")) {
      if (line.startsWith("*")) {
        inside = line.equals("*" + firewall().table());
      } else if (inside && line.startsWith(":")) {
        String[] words = line.substring(1).split(" ");
        boolean own = words[1].equals("-");
        (own ? chains : policies).add(own ? "-N " + words[0] : "-P " + words[0] + " " + words[1]);
      } else if (inside && line.startsWith("-A")) {
        lines.add(line);
      }
    }
    if (policies.isEmpty()) {
      // iptables-save leaves out a table that nobody has used: at boot it lets all through
      return shall.stream().allMatch(line -> line.startsWith("-P ") && line.endsWith(" ACCEPT"));
    }
    List<String> all = new ArrayList<>(policies);
    all.addAll(chains);
    all.addAll(lines);
    // chains are listed in another order
    return sorted(all).equals(sorted(shall)) && lines.equals(only(shall));
  }

  private static List<String> only(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("-A")).toList();
  }

  private static List<String> sorted(List<String> lines) {
    return lines.stream().sorted().toList();
  }

  private String told(String error) {
    Optional<String> line = Optional.empty();
    int at = error.indexOf("line ");
    if (at >= 0) {
      int end = at + 5;
      while (end < error.length() && Character.isDigit(error.charAt(end))) {
        end++;
      }
      String[] lines = input().split("\n");
      int number = end > at + 5 ? Integer.parseInt(error.substring(at + 5, end)) : 0;
      line = number > 0 && number <= lines.length ? Optional.of(lines[number - 1]) : line;
    }
    return error.strip() + line.map(text -> " (" + text + ")").orElse("");
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
