package kit.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import kit.transport.Password;

/** Answers a password prompt, once. A second prompt means that the password was wrong. */
final class PasswordPrompt implements Runnable {

  private final Shell shell;
  private final String prompt;
  private final Password password;
  private boolean sent;
  private volatile boolean refused;

  PasswordPrompt(Shell shell, String prompt, Password password) {
    this.shell = shell;
    this.prompt = prompt;
    this.password = password;
  }

  boolean refused() {
    return refused;
  }

  /** Called after every piece of standard error, always by the same thread. */
  @Override
  public void run() {
    String seen = shell.err().noise();
    int first = seen.indexOf(prompt);
    if (first < 0) {
      return;
    }
    if (!sent) {
      sent = true;
      send();
    } else if (seen.indexOf(prompt, first + prompt.length()) >= 0) {
      refused = true;
      shell.close();
    }
  }

  private void send() {
    byte[] line = password.line();
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
