package kit.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import kit.report.Sink;
import kit.report.Visible;

/** Text in columns, each as wide as what stands in it; the last one may be of any length. */
public final class Table {
  private static final int WIDEST = 60;

  private final List<String[]> rows = new ArrayList<>();

  public Table row(String... cells) {
    String[] shown = new String[cells.length];
    for (int i = 0; i < cells.length; i++) {
      shown[i] = Visible.line(cells[i]);
    }
    rows.add(shown);
    return this;
  }

  public void print(String indent, Sink out) {
    List<Integer> widths = new ArrayList<>();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < row.length; i++) {
        boolean last = i == row.length - 1;
        line.append(row[i]);
        while (widths.size() <= i) {
          widths.add(width(widths.size()));
        }
        line.append(" ".repeat(last ? 0 : Math.max(0, widths.get(i) - row[i].length()) + 2));
      }
      out.line(line.toString().stripTrailing());
    }
  }

  private int width(int column) {
    int width = 0;
    for (String[] row : rows) {
      if (column < row.length) {
        width = Math.max(width, Math.min(WIDEST, row[column].length()));
      }
    }
    return width;
  }
}
