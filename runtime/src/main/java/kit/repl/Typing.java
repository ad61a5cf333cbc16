package kit.repl;

import java.io.IOError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;

/** Reads lines; Ctrl-C takes a half typed one away, whenever it comes. */
final class Typing {

  /** A terminal that fails so often in a row is gone. */
  private static final int ENOUGH = 20;

  private final LineReader reader;
  private int failed;

  Typing(LineReader reader) {
    this.reader = reader;
  }

  /**
   * What was typed; empty if it was taken away.
   *
   * @throws EndOfFileException if nothing more will be typed
   */
  String line(String prompt) {
    try {
      String line = reader.readLine(prompt);
      failed = 0;
      return line;
    } catch (UserInterruptException e) {
      return "";
    } catch (IOError e) {
      // Ctrl-C while the editor was still setting the terminal up
      Thread.interrupted();
      if (++failed > ENOUGH) {
        throw new EndOfFileException(e);
      }
      return "";
    }
  }
}
