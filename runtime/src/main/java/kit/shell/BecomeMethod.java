package kit.shell;

import kit.model.KitException;
import kit.spi.Sh;

/** Programs that make another user of us. */
enum BecomeMethod {
  SUDO("sudo") {
    @Override
    String silently(String exe, String user, String command) {
      return "exec " + exe + " -H -n -u " + Sh.quote(user) + " " + command;
    }

    @Override
    String asking(String exe, String user, String prompt, String command) {
      return "exec "
          + exe
          + " -H -S -p "
          + Sh.quote(prompt)
          + " -u "
          + Sh.quote(user)
          + " "
          + command;
    }
  };

  private final String program;

  BecomeMethod(String program) {
    this.program = program;
  }

  String program() {
    return program;
  }

  /**
   * A command line that never asks for a password.
   *
   * @param command the command to run and its arguments, quoted
   */
  abstract String silently(String exe, String user, String command);

  /** A command line that asks for a password with this prompt, if it needs one. */
  abstract String asking(String exe, String user, String prompt, String command);

  static BecomeMethod of(String name) {
    for (BecomeMethod method : values()) {
      if (method.program.equals(name)) {
        return method;
      }
    }
    throw new KitException("kit cannot become another user by '" + name + "'", "use sudo");
  }
}
