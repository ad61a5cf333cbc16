package kit.template.syntax;

import java.util.List;
import kit.template.python.Chars;
import kit.template.python.Floats;
import kit.template.python.Numbers;
import kit.template.syntax.Token.Kind;

/** Reads what stands between the signs: names, numbers, strings, operators. */
final class TagLexer {
  private final String text;
  private final String end;
  private final boolean plusEnds;
  private final boolean raw;
  private final List<Token> tokens;
  private final Columns columns;
  private final StringBuilder open = new StringBuilder();
  private int at;
  private int line;
  private int start;

  TagLexer(
      String text,
      int at,
      int line,
      String end,
      Kind kind,
      boolean raw,
      List<Token> tokens,
      Columns columns) {
    this.text = text;
    this.at = at;
    this.line = line;
    this.end = end;
    this.plusEnds = kind == Kind.BLOCK_END;
    this.raw = raw && !plusEnds;
    this.tokens = tokens;
    this.columns = columns;
  }

  int line() {
    return line;
  }

  /**
   * Where the end is, its {@code -} or {@code +} included; the end of the text if there is none.
   */
  int read() {
    while (at < text.length()) {
      if (open.length() == 0 && ends()) {
        return at;
      }
      char c = text.charAt(at);
      start = at;
      if (Chars.isSpace(c)) {
        line += c == '\n' ? 1 : 0;
        at++;
      } else if (c >= '0' && c <= '9') {
        number();
      } else if (c == '_' || Character.isLetterOrDigit(text.codePointAt(at))) {
        name();
      } else if (c == '\'' || c == '"') {
        string(c);
      } else {
        operator(c);
      }
    }
    return at;
  }

  private boolean ends() {
    char c = text.charAt(at);
    boolean control = c == '-' || plusEnds && c == '+';
    return text.startsWith(end, at) || control && text.startsWith(end, at + 1);
  }

  private void add(Kind kind, String word, Object value) {
    tokens.add(new Token(kind, word, value, line, columns.of(start)));
  }

  private void name() {
    int from = at;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c != '_' && !Character.isLetterOrDigit(c)) {
        break;
      }
      at += Character.charCount(c);
    }
    add(Kind.NAME, text.substring(from, at).intern(), null);
  }

  private boolean isDigit(int where) {
    return where < text.length() && text.charAt(where) >= '0' && text.charAt(where) <= '9';
  }

  private int digits(int from) {
    int to = from;
    while (isDigit(to)
        || to > from && to < text.length() && text.charAt(to) == '_' && isDigit(to + 1)) {
      to++;
    }
    return to;
  }

  private void number() {
    int from = at;
    int whole = digits(from);
    int to = whole;
    if (to < text.length() && text.charAt(to) == '.' && isDigit(to + 1)) {
      to = digits(to + 1);
    }
    int e = to < text.length() && (text.charAt(to) | 32) == 'e' ? to + 1 : -1;
    if (e > 0) {
      e += e < text.length() && "+-".indexOf(text.charAt(e)) >= 0 ? 1 : 0;
      to = isDigit(e) ? digits(e) : to;
    }
    // A number behind a dot is a position: list.0.name
    boolean position = from > 0 && text.charAt(from - 1) == '.';
    if (to > whole && !position) {
      at = to;
      add(Kind.FLOAT, text.substring(from, to), Floats.parse(text.substring(from, to)));
      return;
    }
    at = integer(from, whole);
    String digits = text.substring(from, at);
    add(Kind.INTEGER, digits, Numbers.parse(digits, 0));
  }

  private int integer(int from, int whole) {
    if (text.charAt(from) != '0') {
      return whole;
    }
    char kind = from + 1 < text.length() ? (char) (text.charAt(from + 1) | 32) : ' ';
    String allowed =
        kind == 'x' ? "0123456789abcdefABCDEF" : kind == 'o' ? "01234567" : kind == 'b' ? "01" : "";
    int to = from + 2;
    while (!allowed.isEmpty() && to < text.length()) {
      boolean gap =
          text.charAt(to) == '_'
              && to + 1 < text.length()
              && allowed.indexOf(text.charAt(to + 1)) >= 0;
      if (!gap && allowed.indexOf(text.charAt(to)) < 0) {
        break;
      }
      to++;
    }
    if (to > from + 2) {
      return to;
    }
    to = from + 1;
    while (to < whole && (text.charAt(to) == '0' || text.charAt(to) == '_')) {
      to++;
    }
    return to;
  }

  private void string(char quote) {
    int to = at + 1;
    while (to < text.length() && text.charAt(to) != quote) {
      to += text.charAt(to) == '\\' && !raw ? 2 : 1;
    }
    if (to >= text.length()) {
      throw new SyntaxError(
          "the text that begins here is not closed", line, columns.of(at), "it ends in " + quote);
    }
    String inside = text.substring(at + 1, to);
    try {
      add(Kind.STRING, raw || inside.indexOf('\\') < 0 ? inside : Escapes.resolve(inside), null);
    } catch (IllegalArgumentException e) {
      throw new SyntaxError(e.getMessage(), line, columns.of(at));
    }
    for (int i = at; i < to; i++) {
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    at = to + 1;
  }

  private void operator(char c) {
    String two = at + 2 <= text.length() ? text.substring(at, at + 2) : "";
    String operator =
        switch (two) {
          case "//", "**", "==", "!=", ">=", "<=" -> two;
          default -> String.valueOf(c);
        };
    if (operator.length() == 1 && "+-/*%~[](){}><=.:|,;".indexOf(c) < 0) {
      throw new SyntaxError("unexpected '" + c + "'", line, columns.of(at));
    }
    int closes = ")]}".indexOf(c);
    if ("([{".indexOf(c) >= 0) {
      open.append(c == '(' ? ')' : c == '[' ? ']' : '}');
    } else if (closes >= 0) {
      if (open.length() == 0) {
        String hint = plusEnds ? "a statement ends in " + end : "an expression ends in " + end;
        throw new SyntaxError("unexpected '" + c + "'", line, columns.of(at), hint);
      }
      char expected = open.charAt(open.length() - 1);
      open.setLength(open.length() - 1);
      if (expected != c) {
        throw new SyntaxError(
            "unexpected '" + c + "', expected '" + expected + "'", line, columns.of(at));
      }
    }
    add(Kind.OPERATOR, operator.intern(), null);
    at += operator.length();
  }
}
