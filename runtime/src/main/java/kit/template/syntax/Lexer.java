package kit.template.syntax;

import java.util.ArrayList;
import java.util.List;
import kit.template.python.Chars;
import kit.template.syntax.Token.Kind;

/** Takes a template apart. */
final class Lexer {
  private final String text;
  private final Layout layout;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private final Columns columns;
  private boolean lineStarts = true;

  Lexer(String text, Layout layout) {
    this.text = text;
    this.layout = layout;
    this.columns = new Columns(text);
  }

  List<Token> tokens() {
    while (at < text.length()) {
      int start = next(at);
      if (start < 0) {
        data(text.substring(at));
        at = text.length();
      } else {
        element(start);
      }
    }
    tokens.add(new Token(Kind.END, "", null, line, columns.of(at)));
    return tokens;
  }

  /** Where the next sign of any kind begins; -1 if there is none. */
  private int next(int from) {
    int best = -1;
    for (String sign :
        new String[] {layout.variableStart(), layout.blockStart(), layout.commentStart()}) {
      int found = text.indexOf(sign, from);
      boolean longer = found == best && best >= 0 && sign.length() > sign(best).length();
      best = found >= 0 && (best < 0 || found < best || longer) ? found : best;
    }
    return best;
  }

  /** The sign that begins here; the longest if several do. */
  private String sign(int start) {
    String best = "";
    for (String sign :
        new String[] {layout.variableStart(), layout.blockStart(), layout.commentStart()}) {
      best = text.startsWith(sign, start) && sign.length() > best.length() ? sign : best;
    }
    return best;
  }

  private void element(int start) {
    String sign = sign(start);
    int inside = start + sign.length();
    char control = inside < text.length() ? text.charAt(inside) : ' ';
    boolean controlled = control == '-' || control == '+';
    boolean variable = sign.equals(layout.variableStart());
    before(text.substring(at, start), controlled ? control : ' ', variable);
    at = controlled ? inside + 1 : inside;
    if (sign.equals(layout.commentStart())) {
      comment(start);
    } else if (variable) {
      tokens.add(new Token(Kind.VARIABLE_BEGIN, sign, null, line, columns.of(start)));
      inside(layout.variableEnd(), Kind.VARIABLE_END, false);
    } else if (!raw(start)) {
      tokens.add(new Token(Kind.BLOCK_BEGIN, sign, null, line, columns.of(start)));
      inside(layout.blockEnd(), Kind.BLOCK_END, layout.trimBlocks());
    }
  }

  /** The text in front of a sign, without the blanks that are to go. */
  private void before(String data, char control, boolean variable) {
    String kept = data;
    if (control == '-') {
      kept = Chars.strip(data, null, false, true);
    } else if (control != '+' && layout.lstripBlocks() && !variable) {
      int from = data.lastIndexOf('\n') + 1;
      if ((from > 0 || lineStarts)
          && Chars.strip(data.substring(from), null, true, false).isEmpty()) {
        kept = data.substring(0, from);
      }
    }
    data(kept);
    line += lines(data) - lines(kept);
  }

  private void data(String data) {
    if (!data.isEmpty()) {
      boolean unix = layout.newline().equals("\n");
      String text = unix ? data : data.replace("\n", layout.newline());
      tokens.add(new Token(Kind.DATA, text, null, line, 0));
      line += lines(data);
    }
  }

  private static int lines(String text) {
    int count = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      count++;
    }
    return count;
  }

  /** Goes behind an end, and behind the blanks or the line end that go with it. */
  private void leave(int end, String sign, boolean trim, boolean dash, boolean plus) {
    int from = at;
    at = end + sign.length();
    if (dash) {
      at = blanks(at);
    } else if (trim && !plus && at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line += lines(text.substring(from, at));
    lineStarts = text.charAt(at - 1) == '\n';
  }

  private int blanks(int from) {
    int to = from;
    while (to < text.length() && Chars.isSpace(text.charAt(to))) {
      to++;
    }
    return to;
  }

  private void comment(int start) {
    int end = text.indexOf(layout.commentEnd(), at);
    if (end < 0) {
      throw new SyntaxError(
          "the comment that begins here is not closed",
          line,
          columns.of(start),
          "it ends in " + layout.commentEnd());
    }
    char last = end > at ? text.charAt(end - 1) : ' ';
    leave(end, layout.commentEnd(), layout.trimBlocks(), last == '-', last == '+');
  }

  /** Reads a raw block; false if this is another one. */
  private boolean raw(int start) {
    int name = blanks(at);
    if (!text.startsWith("raw", name)) {
      return false;
    }
    int end = blanks(name + 3);
    boolean dash = text.startsWith("-" + layout.blockEnd(), end);
    if (!dash && !text.startsWith(layout.blockEnd(), end)) {
      return false;
    }
    int opened = line;
    leave(end + (dash ? 1 : 0), layout.blockEnd(), false, dash, false);
    for (int close = text.indexOf(layout.blockStart(), at);
        close >= 0;
        close = text.indexOf(layout.blockStart(), close + 1)) {
      int inside = close + layout.blockStart().length();
      char control = inside < text.length() ? text.charAt(inside) : ' ';
      boolean controlled = control == '-' || control == '+';
      int word = blanks(controlled ? inside + 1 : inside);
      int after = blanks(word + 6);
      boolean plus = text.startsWith("+" + layout.blockEnd(), after);
      boolean minus = text.startsWith("-" + layout.blockEnd(), after);
      after += plus || minus ? 1 : 0;
      if (text.startsWith("endraw", word) && text.startsWith(layout.blockEnd(), after)) {
        before(text.substring(at, close), controlled ? control : ' ', false);
        at = close;
        leave(after, layout.blockEnd(), layout.trimBlocks(), minus, plus);
        return true;
      }
    }
    throw new SyntaxError("'raw' is not closed", opened, columns.of(start), "write {% endraw %}");
  }

  private void inside(String end, Kind kind, boolean trim) {
    TagLexer tag = new TagLexer(text, at, line, end, kind, layout.rawStrings(), tokens, columns);
    int close = tag.read();
    line = tag.line();
    at = close;
    char sign = close < text.length() ? text.charAt(close) : ' ';
    boolean minus = sign == '-' && text.startsWith(end, close + 1);
    boolean plus = sign == '+' && text.startsWith(end, close + 1);
    if (close < text.length()) {
      tokens.add(new Token(kind, end, null, line, columns.of(close)));
      leave(close + (minus || plus ? 1 : 0), end, trim, minus, plus);
    }
  }
}
