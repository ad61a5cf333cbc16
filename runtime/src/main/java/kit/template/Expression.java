package kit.template;

/** Finds out whether a text is one expression: {@code {{ a | b }}} with nothing around it. */
final class Expression {

  private Expression() {}

  /** What stands between the braces; null if the text is anything else. */
  static String single(String text) {
    if (text.length() < 5 || !text.startsWith("{{") || !text.endsWith("}}")) {
      return null;
    }
    int depth = 0;
    for (int i = 2; i < text.length() - 2; i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"') {
        i = quoted(text, i);
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth < 0) {
        return null;
      }
    }
    String inside = text.substring(2, text.length() - 2);
    boolean trimmed = inside.startsWith("-") || inside.startsWith("+") || inside.endsWith("-");
    return depth != 0 || trimmed ? null : inside.strip();
  }

  private static int quoted(String text, int start) {
    for (int i = start + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == text.charAt(start)) {
        return i;
      }
    }
    return text.length();
  }
}
