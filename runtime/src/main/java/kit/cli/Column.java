package kit.cli;

import java.util.ArrayList;
import java.util.List;
import kit.model.Location;

/**
 * A column of {@code --show}.
 *
 * @param title the expression as written
 * @param begin where it begins
 */
record Column(String title, Location begin) {

  /** The columns of a text: expressions with commas between them. */
  static List<Column> of(String text) {
    List<Column> columns = new ArrayList<>();
    int begin = 0;
    int depth = 0;
    char quote = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ',' : text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      }
      if (i == text.length() || c == ',' && depth == 0 && quote == 0) {
        add(text.substring(begin, i), begin, columns);
        begin = i + 1;
      }
    }
    return columns;
  }

  private static void add(String part, int begin, List<Column> to) {
    if (!part.isBlank()) {
      int blanks = part.length() - part.stripLeading().length();
      to.add(new Column(part.strip(), new Location("--show", 1, begin + blanks + 1)));
    }
  }
}
