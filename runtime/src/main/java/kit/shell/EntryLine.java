package kit.shell;

import java.util.Optional;
import kit.model.Become;
import kit.model.KitException;
import kit.spi.Sh;
import kit.transport.Endpoint;

/**
 * The command lines that lead to a user's shell. The login shell reads them, whatever that is: so
 * there is nothing in them that csh or fish would read differently than sh.
 *
 * @param endpoint the host
 * @param become whose shell, empty for the login user's
 */
record EntryLine(Endpoint endpoint, Optional<Become> become) {

  BecomeMethod method() {
    return BecomeMethod.of(endpoint.becomeMethod().orElse(become.orElseThrow().method()));
  }

  /** Straight into a shell, asking for nothing; empty if there is no such way. */
  String silently() {
    return become.isEmpty() ? "exec sh" : exec(method().silently(exe(), user()));
  }

  /**
   * Into a shell after a password if one is wanted.
   *
   * @param words what is said on the way
   */
  String asking(EntryWords words) {
    String script = "echo " + words.ready() + "; exec sh";
    String line = exec(method().asking(exe(), user(), words.prompt(), script));
    return method() == BecomeMethod.SUDO ? line : announced(words, line, " >&2");
  }

  /**
   * The same on a terminal, which programs insist on that ask there, or want to be used by people
   * only. It is switched to passing on all bytes as they are. The shell gets no terminal as its
   * output, else it would think that it talks to somebody; its errors wait in a file that has no
   * name any more, for a terminal has only one way out.
   */
  String onTerminal(EntryWords words) {
    String file = "/tmp/.kit-" + words.file();
    String script =
        "stty raw -echo -iexten && (umask 077; set -C; : >"
            + file
            + ") && exec 2>>"
            + file
            + " 4<"
            + file
            + " && rm -f "
            + file
            + " && echo "
            + words.ready()
            + " && { sh | cat; }";
    return announced(words, exec(method().asking(exe(), user(), words.prompt(), script)), "");
  }

  /** What stood there before is not the program's question. */
  private static String announced(EntryWords words, String line, String to) {
    String script = "LC_ALL=C; export LC_ALL; echo " + words.asked() + to + "; " + line;
    return "exec sh -c " + Sh.quote(script);
  }

  private static String exec(String line) {
    return line.isEmpty() ? "" : "exec " + line;
  }

  private String exe() {
    return Sh.quote(endpoint.becomeExe().orElse(method().program()));
  }

  private String user() {
    String user = become.orElseThrow().user();
    boolean good = !user.isEmpty() && user.charAt(0) != '-';
    for (int i = 0; i < user.length(); i++) {
      char c = user.charAt(i);
      good &= c > ' ' && c != ':' && c != '/' && c != '\\' && c != '\'' && c != '!' && c != 0x7f;
    }
    if (!good) {
      throw new KitException("'" + user + "' is no name of a user to become", "");
    }
    return Sh.quote(user);
  }
}
