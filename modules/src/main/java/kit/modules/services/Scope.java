package kit.modules.services;

/** Whose services: those of the host, or those of the user that kit is on it. */
public enum Scope {
  SYSTEM,
  USER;

  /** {@code systemctl} or {@code journalctl} for this scope. */
  String command(String program) {
    return this == SYSTEM
        ? program
        : "XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$(id -u)} " + program + " --user";
  }
}
