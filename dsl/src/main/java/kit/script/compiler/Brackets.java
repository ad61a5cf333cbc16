package kit.script.compiler;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The brackets of a source that cannot be compiled: which one is not closed, or closes nothing.
 * Where several could be meant, the one counts whose end does not stand as far left as its line.
 *
 * @param open the bracket that is not closed
 * @param surplus the bracket that closes nothing, or not what is open
 */
record Brackets(Optional<Bracket> open, Optional<Bracket> surplus) {

  /**
   * A bracket.
   *
   * @param sign the character
   * @param line its line
   * @param column its column
   * @param indent the blanks before the first other character of its line
   */
  record Bracket(char sign, int line, int column, int indent) {}

  static Brackets of(List<String> lines) {
    Deque<Bracket> open = new ArrayDeque<>();
    Bracket suspect = null;
    boolean comment = false;
    for (int n = 0; n < lines.size(); n++) {
      String line = lines.get(n);
      int indent = line.length() - line.stripLeading().length();
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (comment) {
          comment = !line.startsWith("*/", i);
        } else if (line.startsWith("//", i)) {
          break;
        } else if (line.startsWith("/*", i)) {
          comment = true;
        } else if (c == '\'' || c == '"') {
          i = textEnd(line, i);
        } else if ("([{".indexOf(c) >= 0) {
          open.push(new Bracket(c, n + 1, i + 1, indent));
        } else if (")]}".indexOf(c) >= 0) {
          Bracket closing = new Bracket(c, n + 1, i + 1, indent);
          if (open.isEmpty()) {
            return new Brackets(Optional.empty(), Optional.of(closing));
          }
          Bracket opening = open.pop();
          if ("([{".indexOf(opening.sign()) != ")]}".indexOf(c)) {
            return new Brackets(Optional.of(opening), Optional.empty());
          }
          boolean first = line.substring(0, i).isBlank();
          if (suspect == null && first && indent < opening.indent()) {
            suspect = opening;
          }
        }
      }
    }
    boolean balanced = open.isEmpty();
    return new Brackets(
        balanced ? Optional.empty() : Optional.of(suspect == null ? open.getFirst() : suspect),
        Optional.empty());
  }

  /** Where a text that begins here ends; texts of several lines are left to Groovy. */
  private static int textEnd(String line, int start) {
    int at = start + 1;
    while (at < line.length() && line.charAt(at) != line.charAt(start)) {
      at += line.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, line.length());
  }
}
