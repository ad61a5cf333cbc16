package kit.cli;

import java.nio.file.Path;
import java.util.Optional;
import kit.cli.terminal.Screen;

/** Where kit keeps what it would otherwise compute again; nothing relies on it. */
final class Caches {

  private Caches() {}

  /** The directory of what was found right; empty if the user wants no caches. */
  static Optional<Path> notes(Screen screen) {
    return classes(screen).map(classes -> classes.resolveSibling("right"));
  }

  /** The directory of what inventory sources answered; empty if the user wants no caches. */
  static Optional<Path> answers(Screen screen) {
    return classes(screen).map(classes -> classes.resolveSibling("inventories"));
  }

  /** The directory of compiled playbooks; empty if the user wants no caches. */
  static Optional<Path> classes(Screen screen) {
    if (!screen.environment("KIT_NO_CACHE").isEmpty()) {
      return Optional.empty();
    }
    String cache = screen.environment("XDG_CACHE_HOME");
    Path base =
        cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
    return Optional.of(base.resolve("kit").resolve("playbooks"));
  }
}
