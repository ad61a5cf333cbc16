package kit.report;

import java.util.ArrayList;
import java.util.List;

/** The end of a long text, where programs say what went wrong. */
final class Excerpt {

  private static final int LONGEST = 300;

  private Excerpt() {}

  /** The last lines of a text, with a note of what was left out. */
  static List<String> tail(String text, int most) {
    List<String> lines = lines(text);
    if (lines.size() <= most) {
      return lines;
    }
    List<String> tail = new ArrayList<>();
    tail.add("... " + count(lines.size() - most, "line") + " before");
    tail.addAll(lines.subList(lines.size() - most, lines.size()));
    return tail;
  }

  /**
   * The lines of a text, made harmless; ends of lines as Windows writes them are taken for such.
   */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      int last = stop > start && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
      lines.add(shortened(text.substring(start, last)));
      start = stop + 1;
    }
    return lines;
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String shortened(String line) {
    if (line.length() <= LONGEST) {
      return Visible.text(line);
    }
    return Visible.text(line.substring(0, LONGEST))
        + " ... "
        + count(line.length() - LONGEST, "more character");
  }
}
