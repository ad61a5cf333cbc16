package kit.repl;

import java.util.ArrayList;
import java.util.List;

/** Host patterns as people type them: {@code web & !w3} is {@code web:!w3}. */
final class PatternWords {

  private PatternWords() {}

  /** The terms of a pattern, the way inventories know them. */
  static List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    String mark = "";
    for (String word : text.replace("&", " & ").replace("!", " !").trim().split("[\\s]+")) {
      if (word.equals("&") || word.equals("!")) {
        mark = mark + word;
      } else if (word.startsWith("!")) {
        terms.add(word);
        mark = "";
      } else if (!word.isEmpty() && !word.equals("|") && !word.equals(",")) {
        terms.add(trimmed(mark.endsWith("!") ? "!" : mark, word));
        mark = "";
      }
    }
    return terms;
  }

  private static String trimmed(String mark, String word) {
    String term = word;
    while (term.endsWith(",") || term.endsWith(":")) {
      term = term.substring(0, term.length() - 1);
    }
    return mark + term;
  }
}
