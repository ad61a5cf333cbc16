package kit.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import kit.spi.Diff;

/** A difference as lines of a unified diff, never longer than a screenful or two. */
final class DiffView {

  private static final int CONTEXT = 3;

  /** Comparing takes time and memory that grow with the texts, so there is an end to it. */
  private static final int LARGEST = 1 << 20;

  private final int most;

  /**
   * @param most how many lines of a diff are shown
   */
  DiffView(int most) {
    this.most = most;
  }

  List<String> lines(Diff diff) {
    List<String> lines = new ArrayList<>();
    lines.add("--- " + Visible.line(diff.title()));
    if (diff.secret()) {
      lines.add("(not shown)");
    } else if (diff.before().indexOf('\0') >= 0 || diff.after().indexOf('\0') >= 0) {
      lines.add("(binary, " + sizes(diff) + ")");
    } else if (diff.before().length() + diff.after().length() > LARGEST) {
      lines.add("(too long to compare here, " + sizes(diff) + ")");
    } else {
      compare(diff, lines);
    }
    return lines;
  }

  private void compare(Diff diff, List<String> lines) {
    List<String> before = split(diff.before());
    List<String> after = split(diff.after());
    List<String> unified =
        UnifiedDiffUtils.generateUnifiedDiff(
            "", "", before, DiffUtils.diff(before, after), CONTEXT);
    for (int i = 2; i < unified.size() && i < most + 2; i++) {
      lines.addAll(Excerpt.lines(unified.get(i)));
    }
    if (unified.size() > most + 2) {
      lines.add("... " + Excerpt.count(unified.size() - most - 2, "more line"));
    }
  }

  /** Lines as a diff knows them: a last line without its line feed differs from one with it. */
  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        lines.add(text.substring(start) + "\n\\ no line feed at the end");
        break;
      }
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    return lines;
  }

  private static String sizes(Diff diff) {
    return diff.before().length() + " to " + diff.after().length() + " characters";
  }
}
