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

  Unreachable wrongPassword() {
    return say(
        name() + " refused the password for " + endpoint.user() + " on " + endpoint.name(),
        "check --ask-become-pass or ansible_become_password; kit does not try twice");
  }

  Unreachable late(long seconds, String said) {
    String what = program.isPresent() ? name() : "the shell";
    String heard = said.isBlank() ? "" : "; it said: " + tail(said);
    return say(
        what + " on " + endpoint.name() + " did not get ready within " + seconds + " s" + heard,
        "try: ssh " + endpoint.user() + "@" + endpoint.address());
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
          "is the user's login shell a POSIX shell?");
    }
    return become(status, err);
  }

  private Unreachable become(int status, String err) {
    String said = err.toLowerCase(Locale.ROOT);
    String host = endpoint.name();
    if (status == NOT_FOUND || said.contains("command not found")) {
      return say(
          name() + " is not installed on " + host,
          "log in as " + user + " (ansible_user), or install it");
    }
    if (said.contains("not in the sudoers")
        || said.contains("may not run")
        || said.contains("is not allowed to")) {
      return say(
          endpoint.user() + " may not use " + name() + " on " + host,
          "give the user that right in sudoers, or log in as another one");
    }
    if (said.contains("incorrect password") || said.contains("try again")) {
      return wrongPassword();
    }
    if (said.contains("must have a tty")) {
      return say(
          name() + " on " + host + " wants a terminal (requiretty)",
          "put into sudoers: Defaults:" + endpoint.user() + " !requiretty");
    }
    if (said.contains("unknown user") || said.contains("unknown uid")) {
      return say("there is no user " + user + " on " + host, "");
    }
    if (said.contains("password is required") || said.contains("required to read the password")) {
      return say(
          name() + " on " + host + " wants a password",
          "give --ask-become-pass or ansible_become_password");
    }
    return say(
        name() + " on " + host + " refused: " + (err.isBlank() ? "status " + status : tail(err)),
        "if it wants a password, give --ask-become-pass");
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
