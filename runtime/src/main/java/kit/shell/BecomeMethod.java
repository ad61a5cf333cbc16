package kit.shell;

import kit.model.KitException;
import kit.spi.Sh;

/** Programs that make another user of us. */
enum BecomeMethod {
  SUDO("sudo") {
    @Override
    String silently(String exe, String user) {
      return exe + " -H -n -u " + user + " sh";
    }

    @Override
    String asking(String exe, String user, String prompt, String script) {
      return exe + " -H -S -p " + prompt + " -u " + user + " sh -c " + Sh.quote(script);
    }
  },

  SU("su") {
    @Override
    String silently(String exe, String user) {
      return "";
    }

    @Override
    String asking(String exe, String user, String prompt, String script) {
      return exe + " -s /bin/sh -c " + Sh.quote(script) + " " + user;
    }
  },

  DOAS("doas") {
    @Override
    String silently(String exe, String user) {
      return exe + " -n -u " + user + " sh";
    }

    @Override
    String asking(String exe, String user, String prompt, String script) {
      return exe + " -u " + user + " sh -c " + Sh.quote(script);
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
   * A command line that gives a shell and never asks for a password; empty if there is none.
   *
   * @param exe the program, quoted
   * @param user the user, quoted
   */
  abstract String silently(String exe, String user);

  /**
   * A command line that asks for a password if it needs one, and then runs a script.
   *
   * @param prompt a word to ask with, if the program can be told
   */
  abstract String asking(String exe, String user, String prompt, String script);

  static BecomeMethod of(String name) {
    for (BecomeMethod method : values()) {
      if (method.program.equals(name)) {
        return method;
      }
    }
    throw new KitException(
        "kit cannot become another user by '" + name + "'", "use sudo, su or doas");
  }
}
