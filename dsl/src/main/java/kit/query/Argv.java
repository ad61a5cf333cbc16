package kit.query;

import java.util.ArrayList;
import java.util.List;

/** Arguments of a merged command: which paths may share one, and how many. */
final class Argv {

  /**
   * Characters of one command line: well below what any host allows, environment included, and
   * short because shells take the square of its words to go through them.
   */
  private static final int LIMIT = 16 * 1024;

  private Argv() {}

  /**
   * Whether a path may stand in a merged command and be recognised in its output: no blank, no
   * quote, nothing that a command escapes when it prints it.
   */
  static boolean plain(String path) {
    if (path.isEmpty() || path.charAt(0) == '-') {
      return false;
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letter && "._/+@:,-".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The words with blanks between them, in as many lines as the limit demands. */
  static List<String> chunks(List<String> words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      if (!line.isEmpty() && line.length() + word.length() >= LIMIT) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
