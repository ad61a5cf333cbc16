package kit.report;

import java.util.List;

/** The lines at the bottom of a terminal that change while a run goes on. */
final class Area {

  private static final String UP = "\u001b[1A";
  private static final String CLEAR_BELOW = "\u001b[J";

  private final int columns;
  private int height;

  Area(int columns) {
    this.columns = columns;
  }

  /** What takes the area away and leaves the cursor where it began. */
  String clear() {
    String clear = height == 0 ? "" : "\r" + UP.repeat(height - 1) + CLEAR_BELOW;
    height = 0;
    return clear;
  }

  /** What draws these lines; a line too long is cut, for a wrapped one could not be cleared. */
  String draw(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(text.isEmpty() ? "" : "\n").append(cut(line));
    }
    height = lines.size();
    return text.toString();
  }

  private String cut(String line) {
    return line.length() < columns ? line : line.substring(0, columns - 4) + "...";
  }
}
