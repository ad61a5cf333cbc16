package kit.spi;

import java.util.List;

/** Words for POSIX sh: the one place that quotes. */
public final class Sh {

  private Sh() {}

  /**
   * One word that any POSIX shell reads back unchanged.
   *
   * @throws IllegalArgumentException if the text holds a NUL, which no shell can carry
   */
  public static String quote(String word) {
    if (word.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a NUL character cannot be passed to a command");
    }
    if (!word.isEmpty() && plain(word)) {
      return word;
    }
    return "'" + word.replace("'", "'\\''") + "'";
  }

  /** Several words, each quoted, with blanks between them. */
  public static String quote(List<String> words) {
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      line.append(line.isEmpty() ? "" : " ").append(quote(word));
    }
    return line.toString();
  }

  /** A path that no command takes for an option. */
  public static String path(String path) {
    return quote(path.startsWith("-") ? "./" + path : path);
  }

  /**
   * A line of a script: what is done when the script ends, also when a signal ends it or nobody
   * reads any more what it says. A shell alone may do so only when it ends by itself.
   */
  public static String atExit(String command) {
    return "trap " + quote(command) + " EXIT\ntrap 'exit 143' HUP INT TERM PIPE\n";
  }

  private static boolean plain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean safe =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "_./:,+@%-".indexOf(c) >= 0;
      if (!safe) {
        return false;
      }
    }
    return true;
  }
}
