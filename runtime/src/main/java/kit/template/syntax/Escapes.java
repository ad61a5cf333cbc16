package kit.template.syntax;

/** Backslashes in strings, by the rules of Python's strings. */
final class Escapes {

  private Escapes() {}

  static String resolve(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char e = text.charAt(at++);
      int plain = "\\'\"abfnrtv".indexOf(e);
      if (plain >= 0) {
        out.append("\\'\"\u0007\b\f\n\r\t\u000b".charAt(plain));
      } else if (e == '\n') {
        continue;
      } else if (e >= '0' && e <= '7') {
        int end = at;
        while (end < text.length()
            && end < at + 2
            && text.charAt(end) >= '0'
            && text.charAt(end) <= '7') {
          end++;
        }
        out.append((char) Integer.parseInt(text.substring(at - 1, end), 8));
        at = end;
      } else if (e == 'x' || e == 'u' || e == 'U') {
        int width = e == 'x' ? 2 : e == 'u' ? 4 : 8;
        out.appendCodePoint(hex(text, at, width, e));
        at += width;
      } else if (e == 'N' && text.startsWith("{", at) && text.indexOf('}', at) > 0) {
        int end = text.indexOf('}', at);
        out.appendCodePoint(Character.codePointOf(text.substring(at + 1, end)));
        at = end + 1;
      } else if (e == 'N') {
        throw new IllegalArgumentException("malformed \\N character escape");
      } else {
        out.append('\\').append(e);
      }
    }
    return out.toString();
  }

  private static int hex(String text, int at, int width, char kind) {
    int value = 0;
    for (int i = at; i < at + width; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        throw new IllegalArgumentException(
            "truncated \\"
                + kind
                + (kind == 'x' ? "XX" : kind == 'u' ? "XXXX" : "XXXXXXXX")
                + " escape");
      }
      value = value * 16 + digit;
    }
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      throw new IllegalArgumentException("illegal Unicode character");
    }
    return value;
  }
}
