package kit.modules.accounts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Plan;
import kit.spi.Sh;
import kit.spi.Step;

/** The plan for an account that is there: what differs, and the usermod that mends it. */
final class UserChange {

  private final User user;
  private final Host host;
  private final Account account;
  private final Words usermod = new Words("usermod");
  private final Fields before = new Fields();
  private final Fields after = new Fields();
  private List<String> joined = List.of();
  private Optional<List<String>> members = Optional.empty();
  private Optional<ShadowEntry.Found> shown = Optional.empty();
  private Optional<String> hash = Optional.empty();

  UserChange(User user, Host host, Account account) {
    this.user = user;
    this.host = host;
    this.account = account;
  }

  Plan plan(AccountTools.Kind tools) {
    Optional<ShadowEntry.Found> shadow =
        user.looksAtShadow()
            ? Optional.of(host.ask(new ShadowEntry(user.name())))
            : Optional.empty();
    if (shadow.isPresent() && !shadow.get().readable()) {
      return Plan.refused(
          "user " + host.user() + " may not read passwords on this host", "become root");
    }
    compareEntry();
    user.groups().ifPresent(this::compareGroups);
    shadow.ifPresent(this::compareShadow);
    if (!usermod.any() && joined.isEmpty() && hash.isEmpty()) {
      return Plan.unchanged("user " + user.name() + " is there", UserCreation.values(account));
    }
    if (tools == AccountTools.Kind.NONE || tools == AccountTools.Kind.BUSYBOX && usermod.any()) {
      return Plan.refused("changing an account needs usermod", "install its package shadow");
    }
    return change(tools == AccountTools.Kind.SHADOW);
  }

  private void compareEntry() {
    user.uid()
        .filter(uid -> uid != account.uid())
        .ifPresent(
            uid -> {
              usermod.add("-u", String.valueOf(uid)).addIf(user.nonUnique(), "-o");
              differs("uid", account.uid(), uid);
            });
    user.group()
        .flatMap(group -> host.ask(new GroupEntry(group)))
        .filter(group -> group.gid() != account.gid())
        .ifPresent(
            group -> {
              usermod.add("-g", group.name());
              differs("gid", account.gid(), group.gid());
            });
    compare("comment", "-c", account.comment(), user.comment());
    compare("shell", "-s", account.shell(), user.shell());
    if (compare("home", "-d", account.home(), user.home())) {
      usermod.addIf(user.moveHome(), "-m");
    }
  }

  private boolean compare(String field, String flag, String found, Optional<String> wanted) {
    if (wanted.isEmpty() || wanted.get().equals(found)) {
      return false;
    }
    usermod.add(flag, wanted.get());
    differs(field, found, wanted.get());
    return true;
  }

  private void compareGroups(List<String> wanted) {
    Set<String> found = new LinkedHashSet<>(host.ask(new Memberships(user.name())));
    Set<String> names = new LinkedHashSet<>();
    for (String group : wanted) {
      // the primary group counts as joined, listed or not
      host.ask(new GroupEntry(group))
          .filter(entry -> entry.gid() != account.gid() || entry.gid() < 0)
          .ifPresent(entry -> names.add(entry.name()));
    }
    Set<String> all = new LinkedHashSet<>(found);
    if (!user.append()) {
      all.removeIf(group -> !names.contains(group) && !primary(group));
    }
    all.addAll(names);
    if (all.equals(found)) {
      return;
    }
    List<String> missing = new ArrayList<>(names);
    missing.removeAll(found);
    joined = missing;
    if (!user.append() || missing.isEmpty()) {
      usermod.add("-G", String.join(",", all));
      joined = List.of();
    }
    members = Optional.of(List.copyOf(all));
    differs("groups", String.join(",", found), String.join(",", all));
  }

  private boolean primary(String group) {
    return user.group().filter(group::equals).isPresent();
  }

  private void compareShadow(ShadowEntry.Found found) {
    comparePassword(found);
    shown = Optional.of(after(found));
  }

  private void comparePassword(ShadowEntry.Found found) {
    String current = found.hash().orElse("");
    Optional<String> wanted =
        user.updatePassword() == User.UpdatePassword.ALWAYS ? user.wantedHash() : Optional.empty();
    if (wanted.isPresent() && !unlocked(wanted.get()).equals(unlocked(current))) {
      hash = wanted;
      differs("password", "(old, hidden)", "(new, hidden)");
    } else if (user.passwordLock().isPresent() && user.passwordLock().get() != found.locked()) {
      boolean lock = user.passwordLock().get();
      usermod.add(lock ? "-L" : "-U");
      differs("password", lock ? "open" : "locked", lock ? "locked" : "open");
    }
    user.expires()
        .map(Expiry::day)
        .filter(day -> !day.equals(found.expires().orElse(Expiry.NEVER)))
        .ifPresent(
            day -> {
              usermod.add("-e", Expiry.date(day));
              differs(
                  "expires", Expiry.shown(found.expires().orElse(Expiry.NEVER)), Expiry.shown(day));
            });
  }

  private Change change(boolean shadow) {
    List<String> lines = new ArrayList<>();
    if (usermod.any()) {
      lines.add(usermod.add(user.name()) + " </dev/null");
    }
    if (shadow && !joined.isEmpty()) {
      lines.add(
          Sh.quote(List.of("usermod", "-a", "-G", String.join(",", joined), user.name()))
              + " </dev/null");
    } else {
      joined.forEach(group -> lines.add("addgroup " + Sh.quote(List.of(user.name(), group))));
    }
    hash.ifPresent(text -> lines.add("chpasswd -e"));
    lines.add(Database.PASSWD.script(List.of(user.name())));
    Step.Run run = Step.Run.of(String.join(" &&\n", lines));
    if (hash.isPresent()) {
      run = run.reading(UserCreation.password(user.name(), hash.get()));
    }
    Change change =
        user.touched(Plan.change("change user " + user.name()))
            .diff(Diff.of("user " + user.name(), before.toString(), after.toString()))
            .step(run)
            .predicts(new PasswdEntry(user.name()), Optional.of(expected()))
            .predicts(new GroupEntry(user.name()), host.ask(new GroupEntry(user.name())))
            .reads(outputs -> UserCreation.values(user.name(), outputs));
    if (user.groups().isPresent()) {
      List<String> found = host.ask(new Memberships(user.name()));
      change = change.predicts(new Memberships(user.name()), members.orElse(found));
    }
    return shown.isPresent() ? change.predicts(new ShadowEntry(user.name()), shown.get()) : change;
  }

  /** What the password database will hold. */
  private ShadowEntry.Found after(ShadowEntry.Found found) {
    String was = hash.or(found::hash).orElse("");
    boolean lock = user.passwordLock().orElse(was.startsWith("!"));
    String text = lock == was.startsWith("!") ? was : lock ? "!" + was : was.substring(1);
    Optional<Long> day = user.expires().map(Expiry::day).or(found::expires);
    return new ShadowEntry.Found(true, Optional.of(text), day.filter(d -> d != Expiry.NEVER));
  }

  private Account expected() {
    int gid =
        user.group()
            .flatMap(group -> host.ask(new GroupEntry(group)))
            .map(GroupEntry.Found::gid)
            .orElse(account.gid());
    return new Account(
        account.name(),
        user.uid().orElse(account.uid()),
        gid,
        user.comment().orElse(account.comment()),
        user.home().orElse(account.home()),
        user.shell().orElse(account.shell()));
  }

  private void differs(String field, Object found, Object wanted) {
    before.put(field, found);
    after.put(field, wanted);
  }

  private static String unlocked(String hash) {
    return hash.startsWith("!") ? hash.substring(1) : hash;
  }
}
