package kit.shell;

import java.io.IOException;
import java.util.Optional;
import kit.target.Frame;
import kit.target.Reply;
import kit.target.Target;
import kit.target.Unreachable;
import kit.transport.Deadlines;

/** A user's shell on a host; a new one in its place when it has ended. */
final class Agent implements Target {

  private final Entry entry;
  private final Deadlines deadlines;
  private final StepText texts = new StepText();
  private volatile Shell shell;
  private volatile boolean working;
  private volatile boolean closed;
  private boolean watching;
  private boolean writing;

  Agent(Entry entry, Deadlines deadlines) {
    this.entry = entry;
    this.deadlines = deadlines;
  }

  @Override
  public String user() {
    return entry.user();
  }

  @Override
  public synchronized Reply exchange(Frame frame, Progress progress) {
    return new Exchange(this, frame, progress, deadlines).run();
  }

  StepText texts() {
    return texts;
  }

  /** The outputs of the last request. */
  Shell tapes() {
    return shell;
  }

  String host() {
    return entry.endpoint().name();
  }

  Upload upload() {
    return new Upload(entry);
  }

  /** Starts the shell if there is none; waits only if a password must be given. */
  synchronized void start() {
    if (shell != null && shell.usable()) {
      return;
    }
    if (closed) {
      throw lost(false);
    }
    watching = false;
    writing = false;
    try {
      shell = entry.shell();
    } catch (IOException e) {
      throw lost(false);
    }
  }

  /**
   * Sends a request and waits for its end.
   *
   * @param runs whether it runs scripts (nothing that changes the host outlives the controller)
   * @param writes whether it writes files
   * @throws IOException if the shell ended on the way
   */
  void ask(Request request, boolean runs, boolean writes, Tape.Progress progress)
      throws IOException {
    start();
    StringBuilder functions = new StringBuilder();
    if ((runs || writes) && !watching) {
      watching = true;
      functions.append(Texts.kill()).append(Texts.of(Texts.WATCH)).append("kit_watch\n");
    }
    if (writes && !writing) {
      writing = true;
      functions.append(Texts.of(Texts.WRITE));
    }
    Shell asked = shell;
    CloseLate late = entry.closeLate(asked);
    working = runs || writes;
    try {
      asked.ask(functions.toString(), request, progress);
    } catch (IOException e) {
      asked.close();
      if (asked.greeted()) {
        throw e;
      }
      if (!late.closed() && entry.another(asked)) {
        ask(request, runs, writes, progress);
        return;
      }
      throw late.closed() ? entry.late(asked) : entry.refusal(asked);
    } finally {
      working = false;
      late.cancel();
    }
  }

  /** What is thrown when the shell ended while something ran. */
  Unreachable lost(boolean sent) {
    if (closed) {
      return new Unreachable("the run was stopped", "", sent);
    }
    Optional<String> why = entry.lost();
    if (why.isPresent()) {
      return new Unreachable(
          "the connection to " + host() + " was given up: " + why.get(), mayBe(sent), sent);
    }
    Shell last = shell;
    int status = last == null ? -1 : last.channel().exitStatus();
    String message =
        status < 0
            ? "the connection to " + host() + " was lost"
            : "the shell of " + user() + " on " + host() + " ended with status " + status;
    return new Unreachable(message, mayBe(sent), sent);
  }

  private static String mayBe(boolean sent) {
    return sent ? "what was running may or may not have been done" : "";
  }

  /** From now on whoever waits gets an error, whatever comes back. */
  void stop() {
    closed = true;
  }

  boolean stopped() {
    return closed;
  }

  /** Whether something is running that changes the host. */
  boolean working() {
    Shell now = shell;
    return working && now != null && now.greeted();
  }

  /**
   * Ends what the shell is running, from a second channel: the shell itself does not listen while
   * it runs something, and stays.
   *
   * @param tenths how many tenths of a second processes get to end by themselves
   */
  void kill(int tenths) throws IOException {
    Shell victim = shell;
    if (victim == null || !victim.greeted()) {
      return;
    }
    Shell killer = entry.shell();
    CloseLate late = entry.closeLate(killer);
    try {
      Request request = new Request();
      request.step("kit_kill " + victim.pid() + " " + tenths, 1024, 0);
      killer.ask(Texts.kill(), request, Tape.Progress.UNHEARD);
    } finally {
      late.cancel();
      killer.close();
    }
  }

  /** Ends the shell; who waits for it gets an error. */
  @Override
  public void close() {
    closed = true;
    abandon();
  }

  /** Gives up the whole connection. */
  void cut() {
    entry.cut();
  }

  /** Gives up a shell that does not answer any more; the next request gets a new one. */
  void abandon() {
    Shell now = shell;
    if (now != null) {
      now.close();
    }
  }
}
