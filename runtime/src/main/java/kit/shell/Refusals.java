package kit.shell;

import java.util.Locale;
import java.util.Optional;
import kit.target.Unreachable;
import kit.transport.Endpoint;

/** Finds out from what a host says why it gave us no shell, and says it in the user's terms. */
final class Refusals {

  private static final int NOT_FOUND = 127;

  private final Endpoint endpoint;
  private final Optional<String> program;
  private final String user;

  /**
   * @param program what should have made another user of us, empty if nothing
   * @param user who the shell was for
   */
  Refusals(Endpoint endpoint, Optional<String> program, String user) {
    this.endpoint = endpoint;
    this.program = program;
    this.user = user;
  }

  /** What is said when the question for a password did not end well. */
  Unreachable asked(PasswordPrompt.Verdict verdict) {
    return switch (verdict) {
      case NONE, WRONG -> wrongPassword();
      case EXPIRED -> expired();
      case MISSING -> wanted();
    };
  }

  private Unreachable wrongPassword() {
    return say(
        name() + " refused the password for " + whose() + " on " + endpoint.name(),
        "check --ask-become-pass or ansible_become_password; kit does not try twice");
  }

  private Unreachable expired() {
    return say(
        "the password of " + whose() + " on " + endpoint.name() + " has expired",
        "log in there and choose a new one: " + endpoint.byHand());
  }

  private Unreachable wanted() {
    return say(
        name() + " on " + endpoint.name() + " wants a password",
        "give --ask-become-pass or ansible_become_password, that of " + whose());
  }

  /** su asks for the password of the user to become, others for one's own. */
  private String whose() {
    return name().equals("su") ? user : endpoint.user();
  }

  /** Whether a program refused because it was not used on a terminal. */
  static boolean wantsTerminal(String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    return lower.contains("must have a tty")
        || lower.contains("a tty is required")
        || lower.contains("must be run from a terminal");
  }

  /** Whether the program that should have changed the user is not there. */
  static boolean missing(int status, String said) {
    return status == NOT_FOUND || said.toLowerCase(Locale.ROOT).contains("command not found");
  }

  Unreachable late(long seconds, String said) {
    String what = program.isPresent() ? name() : "the shell";
    String heard = said.isBlank() ? "" : "; it said: " + tail(said);
    return say(
        what + " on " + endpoint.name() + " did not get ready within " + seconds + " s" + heard,
        "try: " + endpoint.byHand());
  }

  /**
   * @param status exit status; -1 if the connection was lost
   * @param err what stood on standard error
   * @param out what stood on standard output
   */
  Unreachable of(int status, String err, String out) {
    if (status < 0) {
      return say("the connection to " + endpoint.name() + " was lost", "");
    }
    if (program.isEmpty()) {
      String words = err.isBlank() ? out : err;
      return say(
          endpoint.name()
              + " gives "
              + endpoint.user()
              + " no shell: "
              + (words.isBlank() ? "exit status " + status : tail(words)),
          endpoint.kind() == Endpoint.Kind.SSH
              ? "kit needs a login shell that runs commands: try " + endpoint.byHand() + " exec sh"
              : "try: " + endpoint.byHand());
    }
    return become(status, err);
  }

  private Unreachable become(int status, String err) {
    String said = err.toLowerCase(Locale.ROOT);
    String host = endpoint.name();
    if (missing(status, err)) {
      return say(
          name() + " is not installed on " + host,
          "log in as " + user + " (ansible_user), or install it");
    }
    if (any(said, "not in the sudoers", "may not run", "is not allowed to", "not permitted")) {
      return say(
          endpoint.user() + " may not use " + name() + " on " + host,
          "give the user that right in "
              + (name().equals("doas") ? "doas.conf" : "sudoers")
              + ", or log in as another one");
    }
    if (any(said, "expired", "expiration")) {
      return expired();
    }
    if (any(said, "try again", "authentication fail", "incorrect password")) {
      return wrongPassword();
    }
    if (wantsTerminal(err)) {
      return say(
          name() + " on " + host + " wants a terminal (requiretty)",
          "put into sudoers: Defaults:" + endpoint.user() + " !requiretty");
    }
    if (any(said, "unknown user", "unknown uid", "does not exist", "unknown target")) {
      return say("there is no user " + user + " on " + host, "");
    }
    if (any(said, "password is required", "to read the password", "authentication required")) {
      return wanted();
    }
    if (any(said, "not available", "nologin")) {
      return say(
          "the login shell of " + user + " on " + host + " runs nothing: " + tail(err),
          "use sudo, which needs no login shell");
    }
    return say(
        name() + " on " + host + " refused: " + (err.isBlank() ? "status " + status : tail(err)),
        "if it wants a password, give --ask-become-pass");
  }

  private static boolean any(String said, String... texts) {
    for (String text : texts) {
      if (said.contains(text)) {
        return true;
      }
    }
    return false;
  }

  private String name() {
    return program.orElse("sh");
  }

  private static String tail(String text) {
    String stripped = text.strip();
    int line = stripped.lastIndexOf('\n');
    return stripped.substring(line + 1);
  }

  private static Unreachable say(String message, String hint) {
    return new Unreachable(message, hint, false);
  }
}
