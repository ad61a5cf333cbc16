package kit.modules.files;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a file, each with its own end, so that what is not edited stays as it was byte for
 * byte.
 */
final class Lines {

  /**
   * One line.
   *
   * @param body what stands in it
   * @param end {@code \n}, {@code \r\n}, or nothing at the end of a file
   */
  record Line(String body, String end) {

    /** As a regular expression sees it, whatever the file's line ends are. */
    String seen() {
      return end.isEmpty() ? body : body + "\n";
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private final String end;

  private Lines(String end) {
    this.end = end;
  }

  static Lines of(String content) {
    int first = content.indexOf('\n');
    boolean windows = first > 0 && content.charAt(first - 1) == '\r';
    Lines lines = new Lines(windows ? "\r\n" : "\n");
    int from = 0;
    for (int at = first; at >= 0; at = content.indexOf('\n', from)) {
      boolean pair = at > from && content.charAt(at - 1) == '\r';
      String body = content.substring(from, pair ? at - 1 : at);
      lines.lines.add(new Line(body, pair ? "\r\n" : "\n"));
      from = at + 1;
    }
    if (from < content.length()) {
      lines.lines.add(new Line(content.substring(from), ""));
    }
    return lines;
  }

  int size() {
    return lines.size();
  }

  Line get(int index) {
    return lines.get(index);
  }

  /** Replaces what stands in a line; a last line without an end gets one. */
  void replace(int index, String body) {
    String own = lines.get(index).end();
    lines.set(index, new Line(body, own.isEmpty() ? end : own));
  }

  /** Puts a line before the one that has the index now, or at the end. */
  void insert(int index, String body) {
    if (index > 0 && lines.get(index - 1).end().isEmpty()) {
      replace(index - 1, lines.get(index - 1).body());
    }
    lines.add(index, new Line(body, end));
  }

  void remove(int from, int to) {
    lines.subList(from, to).clear();
  }

  /** The whole content again. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(line.body()).append(line.end());
    }
    return text.toString();
  }
}
