package kit.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kit.transport.Password;

/**
 * Answers a question for a password, once. It is the right question if sudo asks with the word it
 * was given; su and doas ask as they like, so there it is what stands behind the word that was said
 * just before they were started.
 */
final class PasswordPrompt implements Runnable {

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
  private int answered;
  private volatile Verdict verdict = Verdict.NONE;

  /**
   * @param talk the output on which is asked
   * @param word the prompt, or what comes before it
   * @param exact whether the word is the prompt itself
   */
  PasswordPrompt(
      Shell shell, Tape talk, String word, boolean exact, Optional<Password> password) {
    this.shell = shell;
    this.talk = talk;
    this.word = word;
    this.exact = exact;
    this.password = password;
  }

  Verdict verdict() {
    return verdict;
  }

  /** Called after every piece of output, always by the same thread. */
  @Override
  public void run() {
    String seen = talk.noise();
    String last = seen.substring(seen.lastIndexOf('\n') + 1).strip().toLowerCase(Locale.ROOT);
    boolean change =
        last.endsWith(":")
            && last.contains("password")
            && (last.contains("current") || last.contains("new ") || last.contains("old "));
    if (change) {
      end(Verdict.EXPIRED);
      return;
    }
    int questions = exact ? count(seen) : asks(seen, last);
    if (questions > answered) {
      if (answered > 0) {
        end(Verdict.WRONG);
      } else if (password.isEmpty()) {
        end(Verdict.MISSING);
      } else {
        answered = seen.length();
        send(password.get());
      }
    }
  }

  /** Nothing of the text counts that was there when the answer was given. */
  private int count(String seen) {
    int at = seen.indexOf(word, answered);
    return at < 0 ? 0 : Math.max(at + word.length(), answered + 1);
  }

  private int asks(String seen, String last) {
    int from = seen.indexOf(word);
    boolean question = last.endsWith(":") && last.contains("password");
    return from >= 0 && question && seen.length() > Math.max(answered, from) ? seen.length() : 0;
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
