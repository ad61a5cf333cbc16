package kit.report;

import java.util.ArrayList;
import java.util.List;
import kit.model.Location;
import kit.model.Problem;

/** Shows problems: where, what, the line of the source with a mark below it, what to do next. */
public final class ProblemView {

  private static final String INDENT = "    ";
  private static final int WIDEST = 120;

  private final Style style;
  private final int columns;
  private final int widest;
  private final Sources sources = new Sources();

  public ProblemView(Style style) {
    this(style, 0);
  }

  /**
   * @param columns width of the terminal; 0 if there is none
   */
  public ProblemView(Style style, int columns) {
    this.style = style;
    this.columns = columns;
    this.widest = columns == 0 ? WIDEST : Math.min(WIDEST, columns - INDENT.length());
  }

  /** All problems, and a last line if there is a source that they are in. */
  public List<String> lines(List<Problem> problems) {
    List<String> lines = new ArrayList<>();
    boolean located = false;
    for (Problem problem : problems) {
      located |= problem.location().line() > 0;
      show(problem, lines);
    }
    if (located) {
      lines.add(Excerpt.count(problems.size(), "problem") + "; no host was contacted.");
    }
    return lines;
  }

  /** The problems of a text that no file holds, without a last line. */
  List<String> typed(List<Problem> problems, String file, String text) {
    sources.put(file, text);
    List<String> lines = new ArrayList<>();
    problems.forEach(problem -> show(problem, lines));
    return lines;
  }

  private void show(Problem problem, List<String> lines) {
    Location at = problem.location();
    String place = at.toString().isEmpty() ? "kit" : Visible.line(at.toString());
    List<String> message = Excerpt.lines(problem.message());
    String first = message.isEmpty() ? "" : message.get(0);
    lines.add(style.bold(place + ":") + " " + style.red(first));
    for (int i = 1; i < message.size(); i++) {
      lines.add(INDENT + message.get(i));
    }
    String source = sources.line(at);
    if (source.isBlank()) {
      hint(INDENT, problem.hint(), lines);
      return;
    }
    int start = indentation(source);
    int column = Math.max(0, Math.min(at.column() - 1, source.length()) - start);
    String text = Visible.line(source.substring(start).stripTrailing());
    int cut = column < widest ? 0 : column - widest / 2;
    lines.add(INDENT + text.substring(cut, Math.min(text.length(), cut + widest)));
    if (at.column() == 0) {
      hint(INDENT, problem.hint(), lines);
    } else {
      String mark = INDENT + " ".repeat(column - cut) + style.red("^");
      int width = INDENT.length() + column - cut + 2 + problem.hint().length();
      if (columns > 0 && width > columns) {
        lines.add(mark);
        hint(INDENT, problem.hint(), lines);
      } else {
        hint(problem.hint().isEmpty() ? mark : mark + " ", problem.hint(), lines);
      }
    }
  }

  private static void hint(String before, String hint, List<String> lines) {
    if (!hint.isEmpty() || !before.isBlank()) {
      lines.add(before + Visible.line(hint));
    }
  }

  private static int indentation(String source) {
    int start = 0;
    while (start < source.length() && source.charAt(start) <= ' ') {
      start++;
    }
    return start;
  }
}
