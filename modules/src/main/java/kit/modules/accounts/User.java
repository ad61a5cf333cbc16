package kit.modules.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.Alias;
import kit.spi.Change;
import kit.spi.Default;
import kit.spi.Diff;
import kit.spi.Host;
import kit.spi.Lacks;
import kit.spi.Module;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Query;

/**
 * Creates, changes and removes user accounts of the host. Only what is given is looked at and
 * changed. The result has {@code name, state, uid, group, home, shell, comment}.
 *
 * <p>A new user whose group is not given gets the group of the same name, which is created if need
 * be. The password is given as a hash, never shown, and never stands in an argument list.
 *
 * <pre>{@code
 * user 'deploy'
 * user name: 'anna', comment: 'Anna K.', groups: ['sudo', 'adm'], append: true, shell: '/bin/bash'
 * user name: 'shop', system: true, home: '/srv/shop', shell: '/usr/sbin/nologin', createHome: false
 * user name: 'old', state: 'absent', remove: true
 * }</pre>
 *
 * @param name login name
 * @param state whether it should be there
 * @param uid its number; chosen by the host if not given
 * @param group name or number of its primary group, which must be there
 * @param groups the other groups it is a member of; an empty list means none
 * @param append only add it to {@code groups}; without it, it leaves all others
 * @param shell path of its login shell
 * @param home path of its home directory
 * @param createHome create the home directory with the account
 * @param moveHome move the content of the home directory when {@code home} changes
 * @param skeleton directory whose files a new home directory gets; {@code /etc/skel} if not given
 * @param umask octal mask that sets the mode of a new home directory
 * @param system create it in the range of numbers for the system; no matter if it is there
 * @param comment its full name or purpose, the GECOS field
 * @param password hash of its password, as {@code mkpasswd} prints it; {@code *} for none
 * @param updatePassword whether to set {@code password} always or only when creating the account
 * @param passwordLock lock or unlock the password; keys go on working
 * @param expires day on which the account expires: {@code 2027-12-31}, seconds after the epoch as
 *     in Ansible, or {@code never}
 * @param nonUnique let it share its number with another user
 * @param remove remove its home directory and mail together with the account
 * @param force remove it even if it is logged in
 */
@Lacks(
    value = {
      "generateSshKey",
      "sshKeyBits",
      "sshKeyComment",
      "sshKeyFile",
      "sshKeyPassphrase",
      "sshKeyType"
    },
    instead =
        "command argv: ['ssh-keygen', ...], creates: '/home/x/.ssh/id_ed25519', becomeUser: 'x'")
@Lacks(
    value = {"passwordExpireMax", "passwordExpireMin", "passwordExpireWarn"},
    instead = "command 'chage ...' sets them")
@Lacks(value = "local", instead = "kit manages the accounts in the host's own files")
@Lacks(
    value = {"authorization", "hidden", "loginClass", "profile", "role"},
    instead = "kit manages users of Linux only")
@Lacks(value = "seuser", instead = "kit knows no users of SELinux: command 'semanage login ...'")
public record User(
    @Alias("user") String name,
    @Default("present") Group.State state,
    Optional<Integer> uid,
    Optional<String> group,
    Optional<List<String>> groups,
    @Default("false") boolean append,
    Optional<String> shell,
    Optional<String> home,
    @Alias("createhome") @Default("true") boolean createHome,
    @Default("false") boolean moveHome,
    Optional<String> skeleton,
    Optional<String> umask,
    @Default("false") boolean system,
    Optional<String> comment,
    Optional<String> password,
    @Default("always") UpdatePassword updatePassword,
    Optional<Boolean> passwordLock,
    Optional<String> expires,
    @Default("false") boolean nonUnique,
    @Default("false") boolean remove,
    @Default("false") boolean force)
    implements Module {

  /** When a password is set. */
  public enum UpdatePassword {
    ALWAYS,
    ON_CREATE
  }

  public User {
    Database.name("user", name);
    groups = groups.map(User::split);
    refuseBreaks("comment", comment, ":\n");
    refuseBreaks("home", home, ":\n");
    refuseBreaks("shell", shell, ":\n");
    refuseBreaks("password", password, ":\n");
  }

  @Override
  public Plan plan(Host host) {
    if (nonUnique && uid.isEmpty()) {
      throw new PlanException("nonUnique needs uid", "");
    }
    host.askAll(questions().toArray(new Query<?>[0]));
    Optional<Account> account = host.ask(new PasswdEntry(name));
    AccountTools.Kind tools = host.ask(new AccountTools());
    if (state == Group.State.ABSENT) {
      return account.map(there -> removal(there, tools)).orElseGet(this::absent);
    }
    for (String needed : neededGroups()) {
      if (host.ask(new GroupEntry(needed)).isEmpty()) {
        return Plan.refused(
            "the host has no group " + needed, "create it before: group '" + needed + "'");
      }
    }
    return account.isPresent()
        ? new UserChange(this, host, account.get()).plan(tools)
        : new UserCreation(this, host).plan(tools);
  }

  @Override
  public String label() {
    return name;
  }

  List<Query<?>> questions() {
    List<Query<?>> all = new ArrayList<>();
    all.add(new PasswdEntry(name));
    all.add(new AccountTools());
    if (state == Group.State.ABSENT) {
      return all;
    }
    all.add(new GroupEntry(name));
    neededGroups().forEach(needed -> all.add(new GroupEntry(needed)));
    groups.ifPresent(list -> all.add(new Memberships(name)));
    if (looksAtShadow()) {
      all.add(new ShadowEntry(name));
    }
    return all;
  }

  boolean looksAtShadow() {
    boolean compares = password.isPresent() && updatePassword == UpdatePassword.ALWAYS;
    return compares || passwordLock.isPresent() || expires.isPresent();
  }

  /** What the password database shall hold, a lock in front of it included. */
  Optional<String> wantedHash() {
    return password.map(
        hash -> passwordLock.orElse(false) && !hash.startsWith("!") ? "!" + hash : hash);
  }

  Change touched(Change change) {
    return Database.touched(change, name).value("name", name).value("state", "present");
  }

  private List<String> neededGroups() {
    List<String> needed = new ArrayList<>();
    group.ifPresent(needed::add);
    groups.ifPresent(needed::addAll);
    return needed;
  }

  private Plan absent() {
    return Plan.unchanged(
        "user " + name + " is not there", Map.of("name", name, "state", "absent"));
  }

  private Plan removal(Account account, AccountTools.Kind tools) {
    if (tools == AccountTools.Kind.NONE) {
      return AccountTools.MISSING;
    }
    Words words =
        tools == AccountTools.Kind.SHADOW
            ? new Words("userdel").addIf(force, "-f").addIf(remove, "-r")
            : new Words("deluser").addIf(remove, "--remove-home");
    Change change =
        Plan.change("remove user " + name)
            .diff(Diff.of("user " + name, Fields.of(account).toString(), ""))
            .run(words.add(name).toString());
    return Database.touched(change, name)
        .predicts(new Memberships(name), List.of())
        .predicts(new PasswdEntry(name), Optional.empty())
        .value("name", name)
        .value("state", "absent");
  }

  private static List<String> split(List<String> names) {
    List<String> all = new ArrayList<>();
    for (String name : names) {
      for (String one : name.split(",")) {
        if (!one.isBlank()) {
          all.add(Database.name("group", one.strip()));
        }
      }
    }
    return List.copyOf(all);
  }

  private static void refuseBreaks(String argument, Optional<String> value, String bad) {
    for (int i = 0; value.isPresent() && i < value.get().length(); i++) {
      if (bad.indexOf(value.get().charAt(i)) >= 0) {
        throw new PlanException(argument + " of a user cannot hold ':' or a line end", "");
      }
    }
  }
}
