package kit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.cli.terminal.Screen;
import kit.inventory.InventoryLoader;
import kit.model.KitException;
import kit.model.Problem;
import kit.report.Visible;
import kit.transport.Endpoints;
import kit.transport.Settings;
import kit.vault.Vault;

/** What is well and what is not on the machine that kit runs on. */
final class Checkup {
  private static final List<String> KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Screen screen;
  private final Path home;
  private final Path folder;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * One thing that was looked at.
   *
   * @param well whether it is as it should be
   * @param what it, on one line
   * @param remedy what to do; empty if there is nothing to do
   */
  record Finding(boolean well, String what, String remedy) {}

  /**
   * @param home the user's directory
   * @param folder where the playbooks are
   */
  Checkup(Screen screen, Path home, Path folder) {
    this.screen = screen;
    this.home = home;
    this.folder = folder;
    java();
    sshConfig();
    knownHosts();
    logins();
    state();
    caches();
    inventory();
    terminal();
  }

  List<Finding> findings() {
    return findings;
  }

  boolean well() {
    for (Finding finding : findings) {
      if (!finding.well()) {
        return false;
      }
    }
    return true;
  }

  private void java() {
    ok(
        "Java "
            + System.getProperty("java.runtime.version")
            + ", "
            + System.getProperty("java.home"));
  }

  private void sshConfig() {
    Path config = home.resolve(".ssh").resolve("config");
    if (!Files.exists(config)) {
      ok(config + " is not there, and need not be");
      return;
    }
    try {
      new Endpoints(host -> Map.of(), Settings.of(home)).of("any-host");
      ok(config + " is understood");
    } catch (KitException e) {
      problem(config, e);
    }
  }

  private void knownHosts() {
    Path file = home.resolve(".ssh").resolve("known_hosts");
    if (!Files.exists(file)) {
      problem(
          file + " is not there: no host is known",
          "log in once with ssh, or say --accept-new-host-keys");
    } else if (!Files.isReadable(file)) {
      problem(file + " cannot be read", "chown or chmod it");
    } else if (writableByOthers(file)) {
      problem(
          file + " can be written by others, who could make you trust any host", "chmod 600 it");
    } else {
      ok(file.toString());
    }
  }

  private void logins() {
    List<String> found = new ArrayList<>();
    for (String name : KEYS) {
      Path key = home.resolve(".ssh").resolve(name);
      if (Files.exists(key) && openToOthers(key)) {
        problem(key + " can be read by others", "chmod 600 it; ssh refuses it too");
      } else if (Files.exists(key)) {
        found.add(key.toString());
      }
    }
    String agent = screen.environment("SSH_AUTH_SOCK");
    if (!agent.isEmpty() && Files.exists(Path.of(agent))) {
      found.add("the agent at " + agent);
    } else if (!agent.isEmpty()) {
      problem(
          "SSH_AUTH_SOCK names " + agent + ", where no agent is",
          "start it, or unset the variable");
    }
    if (found.isEmpty()) {
      problem(
          "there is no key and no agent to log in with",
          "ssh-keygen makes a key; --private-key names another one; -k asks for a password");
    } else {
      ok("logs in with " + String.join(", ", found));
    }
  }

  private void state() {
    Path state = folder.resolve(".kit").toAbsolutePath().normalize();
    Path checked = Files.exists(state) ? state : state.getParent();
    if (Files.isDirectory(checked) && Files.isWritable(checked)) {
      ok(state + (Files.exists(state) ? "" : " will be made when it is needed"));
    } else {
      problem(
          state + " cannot be written: handlers of a failed run would be lost",
          "run kit as the owner of " + checked);
    }
  }

  private void caches() {
    Optional<Path> cache = Caches.classes(screen);
    if (cache.isEmpty()) {
      ok("no caches, as KIT_NO_CACHE says: every start takes longer");
      return;
    }
    Path there = cache.get().toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (Files.isDirectory(there) && Files.isWritable(there)) {
      ok("caches in " + cache.get().getParent());
    } else {
      problem(cache.get() + " cannot be written", "every start takes longer; chown " + there);
    }
  }

  private void inventory() {
    String preset = screen.environment("KIT_INVENTORY");
    if (preset.isEmpty()) {
      return;
    }
    try {
      int hosts = new InventoryLoader(new Vault(List.of())).load(List.of(preset)).hosts().size();
      ok("KIT_INVENTORY is " + preset + ", " + hosts + (hosts == 1 ? " host" : " hosts"));
    } catch (KitException e) {
      problem(Path.of(preset), e);
    }
  }

  private void terminal() {
    String charset = screen.environment("LC_ALL") + screen.environment("LC_CTYPE");
    String language = charset.isEmpty() ? screen.environment("LANG") : charset;
    String upper = language.toUpperCase(Locale.ROOT);
    if (upper.contains("UTF-8") || upper.contains("UTF8")) {
      ok("the terminal's language is " + language);
    } else {
      problem(
          "the terminal's language is '" + language + "', but kit writes UTF-8",
          "export LC_ALL=C.UTF-8");
    }
  }

  private boolean openToOthers(Path file) {
    return has(file, OTHERS);
  }

  private boolean writableByOthers(Path file) {
    return has(file, Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));
  }

  private static boolean has(Path file, Set<PosixFilePermission> any) {
    try {
      for (PosixFilePermission each : Files.getPosixFilePermissions(file)) {
        if (any.contains(each)) {
          return true;
        }
      }
      return false;
    } catch (IOException | UnsupportedOperationException e) {
      return false; // a file system without modes has nothing to complain of
    }
  }

  private void ok(String what) {
    findings.add(new Finding(true, Visible.line(what), ""));
  }

  private void problem(Path file, KitException e) {
    Problem problem = e.problems().get(0);
    String place = problem.location().toString();
    String where = place.isEmpty() ? file.toString() : place;
    problem(where + ": " + problem.message(), problem.hint());
  }

  private void problem(String what, String remedy) {
    findings.add(new Finding(false, Visible.line(what), Visible.line(remedy)));
  }
}
