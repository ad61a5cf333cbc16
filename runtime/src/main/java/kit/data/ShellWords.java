package kit.data;

import java.util.ArrayList;
import java.util.List;

/** Words split as Python's {@code shlex} does it: quotes, backslashes, comments. */
public final class ShellWords {

  private ShellWords() {}

  /**
   * Splits a line.
   *
   * @param comments whether an unquoted {@code #} ends the line
   * @throws IllegalArgumentException if a quote is not closed
   */
  public static List<String> split(String line, boolean comments) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean open = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        if (open) {
          words.add(word.toString());
          word.setLength(0);
          open = false;
        }
      } else if (c == '#' && comments) {
        break;
      } else if (c == '\\') {
        if (++i >= line.length()) {
          throw new IllegalArgumentException("nothing follows the last backslash");
        }
        word.append(line.charAt(i));
        open = true;
      } else if (c == '\'' || c == '"') {
        i = quoted(line, i, word);
        open = true;
      } else {
        word.append(c);
        open = true;
      }
    }
    if (open) {
      words.add(word.toString());
    }
    return words;
  }

  private static int quoted(String line, int start, StringBuilder word) {
    char quote = line.charAt(start);
    for (int i = start + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == quote) {
        return i;
      }
      boolean escape = c == '\\' && quote == '"' && i + 1 < line.length();
      if (escape && (line.charAt(i + 1) == '"' || line.charAt(i + 1) == '\\')) {
        c = line.charAt(++i);
      }
      word.append(c);
    }
    throw new IllegalArgumentException("the quote " + quote + " is not closed");
  }
}
