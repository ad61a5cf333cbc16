package kit.modules.sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.query.Content;
import kit.query.FileContent;
import kit.query.HostPath;
import kit.spi.Alias;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.Resource;
import kit.spi.Step;

/**
 * Says in a {@code pg_hba.conf} who may connect to PostgreSQL, and how.
 *
 * <p>The server takes the first rule that fits a connection. So a new rule goes before the first
 * that would catch the same connections, else to the end; other lines stay as they are. With {@code
 * rules} the file has exactly these in this order. The server reads the file when it is reloaded:
 * notify a handler. The result has {@code path}.
 *
 * <pre>{@code
 * postgresqlHba dest: '/etc/postgresql/15/main/pg_hba.conf', databases: 'shop', users: 'shop',
 *     contype: 'hostssl', address: '10.0.0.0/8'
 * postgresqlHba dest: '/etc/postgresql/15/main/pg_hba.conf', rules: [
 *     'local all postgres peer', 'hostssl all all 10.0.0.0/8 scram-sha-256']
 * }</pre>
 *
 * @param dest path of the file
 * @param contype local, host, hostssl, hostnossl, hostgssenc or hostnogssenc
 * @param databases names with commas between them; all, sameuser, samerole, replication
 * @param users names with commas between them; all
 * @param address network ({@code 10.0.0.0/8}), name, all, samehost or samenet; not with local
 * @param method scram-sha-256, peer, cert, md5, reject, trust, ...
 * @param methodOptions options of the method: {@code map=admins}
 * @param state whether the rule should be there; how it lets in does not matter for absent
 * @param rules all rules of the file, each as the file has it, or a map of contype, databases,
 *     users, address, method and options; instead of the arguments of one
 * @param backup whether the old file is kept beside the new one
 */
@Lacks(value = "netmask", instead = "address: '10.0.0.0/8', or '10.0.0.0 255.0.0.0'")
@Lacks(value = "backupFile", instead = "backup: true keeps the old file beside the new one")
@Lacks(
    value = {"owner", "group", "mode", "attributes"},
    instead = "file path: ..., mode: ...; they stay as they are")
@Lacks(value = "create", instead = "make it with copy; PostgreSQL's packages do")
@Lacks(
    value = {"overwrite", "rulesBehavior", "order"},
    instead = "rules has all rules of the file in their order")
@Lacks(
    value = {"comment", "keepCommentsAtRules"},
    instead = "leave it out: comments stay; write new ones with lineinfile")
public record PostgresqlHba(
    @Alias("path") String dest,
    @Default("host") String contype,
    @Default("all") String databases,
    @Default("all") String users,
    @Alias({"source", "src"}) @Default("samehost") String address,
    @Default("scram-sha-256") String method,
    @Default("") String methodOptions,
    @Default("present") State state,
    List<Object> rules,
    @Default("false") boolean backup)
    implements Module {

  /** Whether the rule should be there. */
  public enum State {
    PRESENT,
    ABSENT
  }

  @Override
  public String label() {
    return dest;
  }

  @Override
  public Plan plan(Host host) {
    String path = HostPath.of(host, dest, "dest");
    Content content = new Content(path);
    List<HbaRule> all = new ArrayList<>();
    rules.forEach(each -> all.add(HbaWords.checked(HbaWords.rule(each))));
    HbaRule one = state == State.ABSENT ? rule() : HbaWords.checked(rule());
    FileContent old = host.ask(content);
    if (!old.held()) {
      return Plan.refused(
          "there is no " + path + " that " + host.user() + " may read", "is PostgreSQL installed?");
    }
    String text = all.isEmpty() ? edited(old.text(), one) : whole(old.text(), all);
    if (text.equals(old.text())) {
      return Plan.unchanged(path + " has these rules", Map.of("path", path));
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Plan.change("set rules in " + path)
        .diff(Diff.of(path, old.text(), text))
        .step(Step.Write.of(path, bytes).keepingOld(backup))
        .touches(Resource.path(path))
        .predicts(content, FileContent.of(bytes))
        .value("path", path);
  }

  private HbaRule rule() {
    return HbaWords.rule(contype, databases, users, address, method, methodOptions);
  }

  private String edited(String text, HbaRule wanted) {
    List<String> lines = new ArrayList<>();
    boolean done = state == State.ABSENT;
    int before = -1;
    for (String line : text.split("\n")) {
      Optional<HbaRule> has = HbaRule.of(line);
      if (has.isPresent() && has.get().sameAs(wanted)) {
        if (!done) {
          lines.add(has.get().equals(wanted) ? line : wanted.toString());
          done = true;
        }
        continue;
      }
      if (before < 0 && has.isPresent() && has.get().shadows(wanted)) {
        before = lines.size();
      }
      lines.add(line);
    }
    if (!done) {
      lines.add(before < 0 ? lines.size() : before, wanted.toString());
    }
    return String.join("\n", lines) + "\n";
  }

  /** Comments before the first rule stay. */
  private static String whole(String text, List<HbaRule> all) {
    List<HbaRule> there = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n")) {
      Optional<HbaRule> has = HbaRule.of(line);
      has.ifPresent(there::add);
      if (there.isEmpty()) {
        lines.add(line);
      }
    }
    if (there.equals(all)) {
      return text;
    }
    all.forEach(rule -> lines.add(rule.toString()));
    return String.join("\n", lines) + "\n";
  }
}
