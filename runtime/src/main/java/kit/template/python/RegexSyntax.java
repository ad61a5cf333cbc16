package kit.template.python;

import java.util.Map;

/** Writes a pattern of Python's in Java's syntax; named groups become numbered ones. */
final class RegexSyntax {
  private final String text;
  private final Map<String, Integer> names;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int groups;
  private int depth;

  RegexSyntax(String text, Map<String, Integer> names) {
    this.text = text;
    this.names = names;
  }

  String translate() {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '\\' -> escape(false);
        case '[' -> set();
        case '(' -> open();
        case '{' -> brace();
        case '}', ']' -> {
          out.append('\\').append(c);
          at++;
        }
        default -> {
          depth -= c == ')' ? 1 : 0;
          if (depth < 0) {
            throw problem("unbalanced parenthesis", at);
          }
          out.append(c);
          at++;
        }
      }
    }
    if (depth > 0) {
      throw problem("missing ), unterminated subpattern", 0);
    }
    return out.toString();
  }

  private static PythonError problem(String what, int position) {
    return new PythonError(what + " at position " + position);
  }

  private void open() {
    depth++;
    if (text.startsWith("(?P<", at)) {
      int end = text.indexOf('>', at);
      if (end < 0) {
        throw problem("missing >, unterminated name", at + 4);
      }
      groups++;
      if (names.put(text.substring(at + 4, end), groups) != null) {
        throw problem("redefinition of group name '" + text.substring(at + 4, end) + "'", at);
      }
      out.append('(');
      at = end + 1;
    } else if (text.startsWith("(?P=", at)) {
      int end = text.indexOf(')', at);
      Integer group = end < 0 ? null : names.get(text.substring(at + 4, end));
      if (group == null) {
        throw problem("unknown group name", at + 4);
      }
      depth--;
      out.append("(?:\\").append(group).append(')');
      at = end + 1;
    } else if (text.startsWith("(?#", at)) {
      int end = text.indexOf(')', at);
      if (end < 0) {
        throw problem("missing ), unterminated comment", at);
      }
      depth--;
      at = end + 1;
    } else if (text.startsWith("(?", at)) {
      flags();
    } else {
      groups++;
      out.append('(');
      at++;
    }
  }

  private void flags() {
    int end = at + 2;
    while (end < text.length() && "aiLmsux-".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    if (end == at + 2 || end == text.length()) {
      boolean named = text.startsWith("(?<", at);
      if (named && !text.startsWith("(?<=", at) && !text.startsWith("(?<!", at)) {
        throw problem("unknown extension ?<", at + 1);
      }
      out.append("(?");
      at += 2;
      return;
    }
    if (text.charAt(end) == ')' && at > 0) {
      throw problem("global flags not at the start of the expression", at);
    }
    StringBuilder java = new StringBuilder("(?");
    for (int i = at + 2; i < end; i++) {
      char c = text.charAt(i);
      java.append(c == 'i' ? "iu" : c == 'a' ? "" : c == 'u' ? "U" : String.valueOf(c));
    }
    depth -= text.charAt(end) == ')' ? 1 : 0;
    out.append(java).append(text.charAt(end));
    at = end + 1;
  }

  private void brace() {
    int end = at + 1;
    while (end < text.length() && "0123456789,".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    String inside = text.substring(at + 1, end);
    boolean quantifier =
        end < text.length()
            && text.charAt(end) == '}'
            && !inside.isEmpty()
            && inside.indexOf(',') == inside.lastIndexOf(',');
    if (!quantifier) {
      out.append("\\{");
      at++;
      return;
    }
    out.append('{').append(inside.startsWith(",") ? "0" : "").append(inside).append('}');
    at = end + 1;
  }

  private void set() {
    int start = at;
    out.append('[');
    at++;
    if (at < text.length() && text.charAt(at) == '^') {
      out.append('^');
      at++;
    }
    boolean first = true;
    while (at < text.length() && (first || text.charAt(at) != ']')) {
      char c = text.charAt(at);
      if (c == '\\') {
        escape(true);
      } else {
        out.append("[]&# ".indexOf(c) >= 0 ? "\\" : "").append(c);
        at++;
      }
      first = false;
    }
    if (at == text.length()) {
      throw problem("unterminated character set", start);
    }
    out.append(']');
    at++;
  }

  private void escape(boolean inSet) {
    if (at + 1 == text.length()) {
      throw problem("bad escape (end of pattern)", at);
    }
    char c = text.charAt(at + 1);
    int start = at;
    at += 2;
    int width = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (width > 0) {
      try {
        out.append("\\x{")
            .append(Integer.toHexString(Integer.parseInt(text.substring(at, at + width), 16)));
      } catch (NumberFormatException | IndexOutOfBoundsException e) {
        throw problem("incomplete escape \\" + c, start);
      }
      out.append('}');
      at += width;
    } else if (c == '0' || inSet && c >= '1' && c <= '7') {
      int end = at;
      while (end < text.length()
          && end < at + 2
          && text.charAt(end) >= '0'
          && text.charAt(end) <= '7') {
        end++;
      }
      out.append("\\x{")
          .append(Integer.toHexString(Integer.parseInt(text.substring(at - 1, end), 8)))
          .append('}');
      at = end;
    } else if (c >= '1' && c <= '9') {
      boolean two = at < text.length() && Character.isDigit(text.charAt(at));
      int number = Integer.parseInt(text.substring(at - 1, two ? at + 1 : at));
      at += two ? 1 : 0;
      if (number > groups) {
        throw problem("invalid group reference " + number, start + 1);
      }
      out.append("(?:\\").append(number).append(')');
    } else if (c == 'Z' && !inSet) {
      out.append("\\z");
    } else if (c == 'b' && inSet) {
      out.append("\\x08");
    } else if (c < 128
        && Character.isLetter(c)
        && (inSet ? "wWdDsSafnrtv" : "wWdDsSbBAafnrtv").indexOf(c) < 0) {
      throw problem("bad escape \\" + c, start);
    } else {
      out.append(c == 'v' ? "\\x0B" : "\\" + c);
    }
  }
}
