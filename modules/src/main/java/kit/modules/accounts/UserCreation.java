package kit.modules.accounts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Output;
import kit.spi.Plan;
import kit.spi.Sh;
import kit.spi.Step;

/** The plan for an account that is not there. */
record UserCreation(User user, Host host) {

  Plan plan(AccountTools.Kind tools) {
    if (tools == AccountTools.Kind.NONE) {
      return AccountTools.MISSING;
    }
    boolean shadow = tools == AccountTools.Kind.SHADOW;
    if (!shadow && user.expires().isPresent()) {
      return Plan.refused("expires needs useradd", "install its package shadow");
    }
    List<String> lines = new ArrayList<>();
    if (user.createHome() && (user.home().isPresent() || !shadow)) {
      String home = Sh.path(user.home().orElse("/home/" + user.name()));
      lines.add("mkdir -p -- \"$(dirname -- " + home + ")\"");
    }
    if (!shadow && user.system() && primary().isEmpty()) {
      // else it would be put into nogroup, with all others of its kind
      lines.add("addgroup -S " + Sh.quote(user.name()));
    }
    lines.add((shadow ? useradd() : adduser()) + " </dev/null");
    if (!shadow) {
      user.groups()
          .ifPresent(
              list ->
                  list.forEach(
                      group -> lines.add("addgroup " + Sh.quote(List.of(user.name(), group)))));
    }
    Optional<String> hash = user.wantedHash();
    if (hash.isPresent()) {
      lines.add("chpasswd -e");
    }
    lines.add(Database.PASSWD.script(List.of(user.name())));
    Step.Run run = Step.Run.of(String.join(" &&\n", lines));
    Change change =
        user.touched(Plan.change("create user " + user.name()))
            .diff(Diff.of("user " + user.name(), "", fields().toString()))
            .step(hash.isPresent() ? run.reading(password(user.name(), hash.get())) : run)
            .predicts(new PasswdEntry(user.name()), Optional.of(expected()))
            .predicts(new Memberships(user.name()), user.groups().orElse(List.of()))
            .predicts(new ShadowEntry(user.name()), shadow())
            .reads(outputs -> values(user.name(), outputs));
    GroupEntry own = new GroupEntry(user.name());
    Optional<GroupEntry.Found> found = host.ask(own);
    boolean made = user.group().isEmpty() && found.isEmpty();
    return change.predicts(own, made ? Optional.of(new GroupEntry.Found(user.name(), -1)) : found);
  }

  static byte[] password(String name, String hash) {
    return (name + ":" + hash + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** What the entry printed last says. */
  static Map<String, Object> values(String name, List<Output> outputs) {
    for (String[] entry : Database.entries(outputs.get(outputs.size() - 1), 7)) {
      if (entry[0].equals(name)) {
        return values(Account.of(entry));
      }
    }
    return Map.of();
  }

  static Map<String, Object> values(Account account) {
    return Map.of(
        "uid", account.uid(),
        "group", account.gid(),
        "home", account.home(),
        "shell", account.shell(),
        "comment", account.comment());
  }

  private String useradd() {
    Words words = new Words("useradd");
    user.uid().ifPresent(uid -> words.add("-u", String.valueOf(uid)));
    words.addIf(user.nonUnique(), "-o");
    primary().ifPresent(group -> words.add("-g", group));
    List<String> others = user.groups().orElse(List.of());
    words.addIf(!others.isEmpty(), "-G", String.join(",", others));
    user.comment().ifPresent(text -> words.add("-c", text));
    user.home().ifPresent(path -> words.add("-d", path));
    user.shell().ifPresent(path -> words.add("-s", path));
    user.expires().ifPresent(text -> words.add("-e", Expiry.date(Expiry.day(text))));
    words.add(user.createHome() ? "-m" : "-M");
    user.skeleton().ifPresent(path -> words.addIf(user.createHome(), "-k", path));
    user.umask().ifPresent(mask -> words.add("-K", "UMASK=" + mask));
    return words.addIf(user.system(), "-r").add(user.name()).toString();
  }

  private String adduser() {
    Words words = new Words("adduser").add("-D");
    user.uid().ifPresent(uid -> words.add("-u", String.valueOf(uid)));
    Optional<String> group = primary();
    words.addIf(group.isPresent() || user.system(), "-G", group.orElse(user.name()));
    user.comment().ifPresent(text -> words.add("-g", text));
    user.home().ifPresent(path -> words.add("-h", path));
    user.shell().ifPresent(path -> words.add("-s", path));
    user.skeleton().ifPresent(path -> words.add("-k", path));
    return words
        .addIf(!user.createHome(), "-H")
        .addIf(user.system(), "-S")
        .add(user.name())
        .toString();
  }

  private Optional<String> primary() {
    if (user.group().isPresent()) {
      return user.group();
    }
    return host.ask(new GroupEntry(user.name())).map(GroupEntry.Found::name);
  }

  private Account expected() {
    int gid =
        primary()
            .flatMap(group -> host.ask(new GroupEntry(group)))
            .map(GroupEntry.Found::gid)
            .orElse(-1);
    return new Account(
        user.name(),
        user.uid().orElse(-1),
        gid,
        user.comment().orElse(""),
        user.home().orElse("/home/" + user.name()),
        user.shell().orElse("/bin/sh"));
  }

  /** Without a password the account is locked. */
  private ShadowEntry.Found shadow() {
    Optional<Long> expires = user.expires().map(Expiry::day).filter(day -> day != Expiry.NEVER);
    return new ShadowEntry.Found(true, Optional.of(user.wantedHash().orElse("!")), expires);
  }

  private Fields fields() {
    return new Fields()
        .put("uid", user.uid().orElse(-1))
        .put("group", primary().orElse(user.name()))
        .put("groups", String.join(",", user.groups().orElse(List.of())))
        .put("comment", user.comment().orElse(""))
        .put("home", user.home().orElse(""))
        .put("shell", user.shell().orElse(""))
        .put("expires", user.expires().map(text -> Expiry.shown(Expiry.day(text))).orElse(""))
        .put("password", user.password().isPresent() ? "(set, hidden)" : "");
  }
}
