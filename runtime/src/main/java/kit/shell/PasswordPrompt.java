package kit.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kit.transport.Deadlines;
import kit.transport.Password;

/**
 * Answers a question for a password, once. It is the right question if sudo asks with the word it
 * was given. su and doas ask as they like: there it is what stands behind the word that was said
 * just before they were started, if nothing follows it.
 */
final class PasswordPrompt extends Deadlines.Alarm implements Runnable {

  private static final Duration QUIET = Duration.ofMillis(120);

  /** How it came to an end that is none. */
  enum Verdict {
    /** Nothing was amiss so far. */
    NONE,
    /** It was asked again. */
    WRONG,
    /** The account wants a new password, which is for its owner to choose. */
    EXPIRED,
    /** There is none to give. */
    MISSING
  }

  private final Shell shell;
  private final Tape talk;
  private final String word;
  private final boolean exact;
  private final Optional<Password> password;
  private final Deadlines deadlines;
  private int answered; // how much had been said when the answer was given
  private volatile Verdict verdict = Verdict.NONE;

  /**
   * @param talk the output on which is asked
   * @param word the prompt, or what comes before it
   * @param exact whether the word is the prompt itself
   */
  PasswordPrompt(
      Shell shell,
      Tape talk,
      String word,
      boolean exact,
      Optional<Password> password,
      Deadlines deadlines) {
    this.shell = shell;
    this.talk = talk;
    this.word = word;
    this.exact = exact;
    this.password = password;
    this.deadlines = deadlines;
  }

  Verdict verdict() {
    return verdict;
  }

  /** Called after every piece of output. */
  @Override
  public void run() {
    String heard = heard();
    if (exact && heard.contains(word)) {
      answer();
    } else if (asks(heard)) {
      deadlines.set(QUIET, this); // a lecture may look like a question, but it goes on
    } else {
      cancel();
    }
  }

  @Override
  protected void ring() {
    String heard = heard();
    if (!asks(heard)) {
      return;
    }
    String said = heard.toLowerCase(Locale.ROOT);
    String last = last(said);
    if (said.contains("expired")
        || said.contains("change your password")
        || last.contains("current")
        || last.contains("new ")) {
      end(Verdict.EXPIRED);
    } else if (!exact) {
      answer();
    }
  }

  /** What was said since the program was started, and since it was answered. */
  private synchronized String heard() {
    String seen = talk.noise();
    int from = seen.indexOf(word);
    return from < 0 && !exact
        ? ""
        : seen.substring(Math.min(seen.length(), Math.max(answered, exact ? 0 : from)));
  }

  private static boolean asks(String heard) {
    String last = last(heard.toLowerCase(Locale.ROOT));
    return last.endsWith(":") && last.contains("password");
  }

  private static String last(String text) {
    return text.substring(text.lastIndexOf('\n') + 1).strip();
  }

  private synchronized void answer() {
    if (answered > 0) {
      end(Verdict.WRONG);
    } else if (password.isEmpty()) {
      end(Verdict.MISSING);
    } else {
      answered = talk.noise().length();
      send(password.get());
    }
  }

  private void end(Verdict why) {
    verdict = why;
    shell.close();
  }

  private void send(Password secret) {
    byte[] line = secret.line();
    try {
      OutputStream stdin = shell.channel().stdin();
      stdin.write(line);
      stdin.flush();
    } catch (IOException e) {
      shell.close();
    } finally {
      Arrays.fill(line, (byte) 0);
    }
  }
}
