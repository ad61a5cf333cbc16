package kit.shell;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import kit.model.Become;
import kit.target.Unreachable;
import kit.transport.Connection;
import kit.transport.Deadlines;
import kit.transport.Endpoint;

/**
 * How a user's shell is got on a host. A password is written only after it was asked for by the
 * program that is to get it: else it would become the input of whatever reads next.
 */
final class Entry {

  private final Endpoint endpoint;
  private final Optional<Become> become;
  private final Connection connection;
  private final Deadlines deadlines;
  private final EntryLine line;
  private final SecureRandom random = new SecureRandom();
  private volatile boolean terminal;
  private volatile boolean direct;

  Entry(Endpoint endpoint, Optional<Become> become, Connection connection, Deadlines deadlines) {
    this.endpoint = endpoint;
    this.become = become;
    this.connection = connection;
    this.deadlines = deadlines;
    this.line = new EntryLine(endpoint, become);
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** The user that the shell runs as. */
  String user() {
    return become.isPresent() ? become.get().user() : endpoint.user();
  }

  /** Starts a shell and greets it. If a password is needed, waits until it was taken. */
  Shell shell() throws IOException {
    Shell shell = enter(EntryWords.from(random));
    try {
      shell.greet();
      return shell;
    } catch (IOException e) {
      drain(shell); // it ended so soon that it could not even be spoken to
      if (another(shell)) {
        return shell();
      }
      throw refusal(shell);
    }
  }

  /**
   * Starts something that writes what it reads into a file, and waits until it does.
   *
   * @param file the file, quoted
   * @param size how much there will be: on a terminal there is no end but this
   */
  Shell receiver(String file, int size) throws IOException {
    EntryWords words = EntryWords.from(random);
    String begin = words.asked() + "go";
    Shell shell = enter(words);
    CloseLate late = closeLate(shell);
    try {
      // not in the command line: the login shell may read quotes in its own way
      String fill = shell.terminal() ? "head -c " + size : "cat";
      shell.send(
          (shell.terminal() ? "exec 2>&1; " : "")
              + "trap '' HUP; echo "
              + begin
              + "; "
              + fill
              + " >"
              + file
              + whole(file, size)
              + "\n");
      await(shell, begin, late, Optional.empty());
    } finally {
      late.cancel();
    }
    return shell;
  }

  /**
   * Where the connection is cut, whoever made the file may have taken it away before this one opens
   * it, which makes it anew: so it does not leave what is not whole.
   */
  private static String whole(String file, int size) {
    return " && [ \"$(wc -c <%1$s)\" -eq %2$d ] || { rm -f %1$s; exit 1; }; exit"
        .formatted(file, size);
  }

  /** What it said before it ended may still be there to read. */
  private static void drain(Shell shell) {
    try {
      while (shell.read()) {}
    } catch (IOException e) {
      // nothing more is there
    }
  }

  private Shell enter(EntryWords words) throws IOException {
    Shell shell = attempt(words);
    return shell == null ? attempt(EntryWords.from(random)) : shell;
  }

  /** A shell; null if it must be tried again in another way. */
  private Shell attempt(EntryWords words) throws IOException {
    if (direct) {
      Shell shell = new Shell(connection.execAs(user(), "exec sh").orElseThrow(), words, false);
      shell.start(endpoint.name(), null);
      return shell;
    }
    boolean known = endpoint.becomePassword().isPresent();
    String silently = terminal || known && become.isPresent() ? "" : line.silently();
    if (!silently.isEmpty()) {
      Shell shell = new Shell(connection.exec(silently, false), words, false);
      shell.start(endpoint.name(), null);
      return shell;
    }
    boolean tty = endpoint.kind().terminals() && (terminal || known && asksOnTerminal());
    String command = tty ? line.onTerminal(words) : line.asking(words);
    Shell shell = new Shell(connection.exec(command, tty), words, tty);
    boolean exact = line.method() == BecomeMethod.SUDO;
    PasswordPrompt answer =
        new PasswordPrompt(
            shell,
            shell.talk(),
            exact ? words.prompt() : words.asked(),
            exact,
            endpoint.becomePassword(),
            deadlines);
    CloseLate late = closeLate(shell);
    try {
      shell.start(endpoint.name(), answer);
      return await(shell, words.ready(), late, Optional.of(answer)) ? shell : null;
    } finally {
      late.cancel();
      answer.cancel();
    }
  }

  /** su and doas do; but su asks root for nothing. */
  private boolean asksOnTerminal() {
    return switch (line.method()) {
      case SUDO -> false;
      case SU -> !endpoint.user().equals("root");
      case DOAS -> true;
    };
  }

  private boolean await(Shell shell, String word, CloseLate late, Optional<PasswordPrompt> prompt)
      throws IOException {
    while (!shell.out().noise().contains(word)) {
      if (!shell.read()) {
        PasswordPrompt.Verdict verdict =
            prompt.isPresent() ? prompt.get().verdict() : PasswordPrompt.Verdict.NONE;
        if (verdict != PasswordPrompt.Verdict.NONE) {
          throw refusals().asked(verdict);
        }
        if (late.closed()) {
          throw late(shell);
        }
        if (!another(shell)) {
          throw refusal(shell);
        }
        return false;
      }
    }
    return true;
  }

  /** Closes a shell that does not get ready in time. */
  CloseLate closeLate(Shell shell) {
    CloseLate late = new CloseLate(shell);
    deadlines.set(endpoint.becomeTimeout(), late);
    return late;
  }

  Optional<String> lost() {
    return connection.lost();
  }

  void cut() {
    connection.close();
  }

  /**
   * Whether there is another way in after this refusal: some hosts let sudo be used on a terminal
   * only, and in a container that has no sudo docker changes the user itself. From then on that way
   * is taken.
   */
  boolean another(Shell refused) {
    boolean changes = endpoint.kind() == Endpoint.Kind.DOCKER && become.isPresent() && !direct;
    if (changes && Refusals.missing(refused.channel().exitStatus(), refused.complaint())) {
      direct = true;
      return true;
    }
    boolean wanted = !terminal && become.isPresent() && endpoint.kind().terminals();
    if (wanted && Refusals.wantsTerminal(refused.complaint())) {
      terminal = true;
      return true;
    }
    return false;
  }

  RuntimeException late(Shell shell) {
    String said = shell.complaint();
    return refusals()
        .late(endpoint.becomeTimeout().toSeconds(), said.isBlank() ? shell.out().noise() : said);
  }

  /** Why a shell did not begin. */
  RuntimeException refusal(Shell shell) {
    int status = shell.channel().exitStatus();
    String err = shell.complaint();
    String out = shell.out().noise();
    Optional<Unreachable> way = connection.refusal(err + "\n" + out);
    return way.isPresent() ? way.get() : refusals().of(status, err, out);
  }

  private Refusals refusals() {
    return new Refusals(endpoint, become.map(b -> line.method().program()), user());
  }
}
