package kit.report;

/** Text from hosts made harmless: what could steer a terminal or hide other text is spelled out. */
public final class Visible {

  private Visible() {}

  /** The text with control characters as {@code \x1b}; line feeds and tabs stay. */
  static String text(String text) {
    int first = firstHarmful(text);
    if (first < 0) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!harmful(text, i)) {
        safe.append(c);
      } else if (c < 0x100) {
        safe.append("\\x").append(hex(c, 2));
      } else {
        safe.append("\\u").append(hex(c, 4));
      }
    }
    return safe.toString();
  }

  /** The text on one line. */
  public static String line(String text) {
    return text(text).replace("\n", "\\n").replace('\t', ' ');
  }

  private static int firstHarmful(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (harmful(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean harmful(String text, int at) {
    char c = text.charAt(at);
    if (c < 0x20) {
      return c != '\n' && c != '\t';
    }
    return c >= 0x7f && c < 0xa0 || c >= 0x200e && turning(c) || lone(text, at);
  }

  /** Marks that turn the direction of writing, and separators that some terminals break at. */
  private static boolean turning(char c) {
    return c <= 0x200f || c >= 0x2028 && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == '\ufeff';
  }

  /** Half of a surrogate pair: there is no such character in UTF-8. */
  static boolean lone(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  static String hex(char c, int digits) {
    String hex = Integer.toHexString(c);
    return "0".repeat(digits - hex.length()) + hex;
  }
}
