package kit.data;

/**
 * A quoted string of Python's grammar, plain or raw.
 *
 * @param value the text without quotes and escapes
 * @param end the index after its last quote
 */
record PythonString(String value, int end) {

  /** The string that begins here; null if none does. */
  static PythonString at(String text, int start) {
    int at = start;
    boolean raw = false;
    while (at < text.length() && "rRuU".indexOf(text.charAt(at)) >= 0 && at < start + 1) {
      raw = raw || Character.toLowerCase(text.charAt(at)) == 'r';
      at++;
    }
    if (at >= text.length() || text.charAt(at) != '\'' && text.charAt(at) != '"') {
      return null;
    }
    String quote = text.substring(at, at + 1);
    if (text.startsWith(quote.repeat(3), at)) {
      quote = quote.repeat(3);
    }
    at += quote.length();
    StringBuilder out = new StringBuilder();
    while (!text.startsWith(quote, at)) {
      char c = text.charAt(at++);
      if (c == '\n' && quote.length() == 1) {
        throw new NumberFormatException();
      }
      if (c != '\\') {
        out.append(c);
      } else if (raw) {
        out.append(c).append(text.charAt(at++));
      } else {
        at = escape(text, at, out);
      }
    }
    return new PythonString(out.toString(), at + quote.length());
  }

  private static int escape(String text, int at, StringBuilder out) {
    char c = text.charAt(at);
    int plain = "\\'\"abfnrtv\n".indexOf(c);
    if (plain >= 0) {
      if (c != '\n') {
        out.append("\\'\"\u0007\b\f\n\r\t\u000b".charAt(plain));
      }
      return at + 1;
    }
    int width = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (width > 0) {
      out.appendCodePoint(Integer.parseInt(text.substring(at + 1, at + 1 + width), 16));
      return at + 1 + width;
    }
    if (c >= '0' && c <= '7') {
      int end = at;
      while (end < text.length()
          && end < at + 3
          && text.charAt(end) >= '0'
          && text.charAt(end) <= '7') {
        end++;
      }
      out.append((char) Integer.parseInt(text.substring(at, end), 8));
      return end;
    }
    out.append('\\').append(c);
    return at + 1;
  }
}
