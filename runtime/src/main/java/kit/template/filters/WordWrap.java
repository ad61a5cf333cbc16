package kit.template.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kit.template.python.Chars;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Splits;
import kit.template.python.Text;
import kit.template.python.Truth;

/** Lines broken between words, as Python's textwrap breaks them. */
final class WordWrap {
  private static final String BLANK = "[\\t\\n\\x0b\\x0c\\r ]";
  private static final String LETTER = "[^\\d\\W]";
  private static final String AROUND = "[\\w!\"'&.,?]";

  // A run of blanks, dashes between words, or a word, which may end behind a hyphen.
  private static final Pattern PIECES =
      Pattern.compile(
          BLANK
              + "+|(?<="
              + AROUND
              + ")-{2,}(?=\\w)|[^\\t\\n\\x0b\\x0c\\r ]+?(?:-(?:(?<="
              + LETTER
              + "{2}-)|(?<="
              + LETTER
              + "-"
              + LETTER
              + "-))(?="
              + LETTER
              + "-?"
              + LETTER
              + ")|(?="
              + BLANK
              + "|\\z)|(?<="
              + AROUND
              + ")(?=-{2,}\\w))",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern WORDS = Pattern.compile(BLANK + "+|[^\\t\\n\\x0b\\x0c\\r ]+");

  private WordWrap() {}

  static String wrap(Object[] a) {
    int width = Numbers.index(a[1]);
    String end = a[3] == null ? "\n" : Text.str(a[3]);
    if (width <= 0) {
      throw new PythonError("invalid width " + width + " (must be > 0)");
    }
    List<String> out = new ArrayList<>();
    for (Object line : Splits.lines(Text.str(a[0]), false)) {
      out.add(String.join(end, lines((String) line, width, Truth.of(a[2]), Truth.of(a[4]))));
    }
    return String.join(end, out);
  }

  private static List<String> lines(String text, int width, boolean breakWords, boolean hyphens) {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = (hyphens ? PIECES : WORDS).matcher(text);
    while (matcher.find()) {
      if (!matcher.group().isEmpty()) {
        pieces.add(matcher.group());
      }
    }
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < pieces.size()) {
      if (!lines.isEmpty() && pieces.get(at).isBlank()) {
        at++;
        continue;
      }
      List<String> line = new ArrayList<>();
      int length = 0;
      while (at < pieces.size() && length + Chars.length(pieces.get(at)) <= width) {
        length += Chars.length(pieces.get(at));
        line.add(pieces.get(at++));
      }
      if (at < pieces.size() && Chars.length(pieces.get(at)) > width) {
        String word = pieces.get(at);
        // No room still adds an empty piece, which then goes instead of a blank.
        int room = width - length;
        if (breakWords) {
          line.add(Chars.part(word, 0, room));
          pieces.set(at, Chars.part(word, room, Chars.length(word)));
        } else if (line.isEmpty()) {
          line.add(word);
          at++;
        }
      }
      if (!line.isEmpty() && line.get(line.size() - 1).isBlank()) {
        line.remove(line.size() - 1);
      }
      if (!line.isEmpty()) {
        lines.add(String.join("", line));
      }
    }
    return lines;
  }
}
