package kit.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.engine.HostSummary;
import kit.engine.Listener;
import kit.engine.Settings;
import kit.inventory.Inventory;
import kit.inventory.InventoryLoader;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Playbook;
import kit.model.Problem;
import kit.vault.Vault;

/** Puts the parts of a run together. */
final class Wiring {

  /** A call that says nothing else may take this long. */
  private static final Duration CALL = Duration.ofMinutes(30);

  private final Screen screen;

  Wiring(Screen screen) {
    this.screen = screen;
  }

  Inventory inventory(InventoryOptions options) {
    return new InventoryLoader(new Vault(List.of())).load(options.sources());
  }

  /** Looks for mistakes and contacts nothing. */
  void check(RunRequest request, Path playbook) {
    inventory(request.inventory());
    read(playbook);
  }

  /** Carries a playbook out. */
  Map<String, HostSummary> run(
      RunRequest request, Path playbook, Listener listener, Interruption interruption) {
    return run(request, read(playbook), listener, interruption);
  }

  Map<String, HostSummary> run(
      RunRequest request, Playbook playbook, Listener listener, Interruption interruption) {
    throw new UnsupportedOperationException();
  }

  Settings settings(RunRequest request, Path playbook) {
    PlayOptions play = request.play();
    Path folder = playbook.toAbsolutePath().getParent();
    return new Settings(
        play.check(),
        request.connection().forks(),
        Set.copyOf(play.tags()),
        Set.copyOf(play.skipTags()),
        CALL,
        folder.resolve(".kit"));
  }

  /** The password for logging in, asked for once and never shown. */
  String password() {
    return secret("login password", "log in with a key, or set ansible_password in the inventory");
  }

  /** The password for becoming another user. */
  String becomePassword() {
    return secret("become password", "set ansible_become_password in the inventory");
  }

  private String secret(String what, String instead) {
    String secret = Prompt.ofUser().ask(what, instead);
    screen.redactor.hide(secret);
    return secret;
  }

  private static Playbook read(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      Location at = new Location(file.toString(), 0, 0);
      throw new KitException(
          new Problem(
              at,
              Files.exists(file) ? "the playbook cannot be read" : "there is no such playbook",
              "check the path"));
    }
    throw new UnsupportedOperationException();
  }
}
