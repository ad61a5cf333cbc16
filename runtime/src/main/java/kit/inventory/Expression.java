package kit.inventory;

/** How expressions are told from patterns. No name of a host or group holds any of these signs. */
final class Expression {
  private static final String SIGNS = "'\"=<>|(";
  private static final String BEFORE_TERMS = ",:&! \t";

  private Expression() {}

  /**
   * Whether the whole text is an expression. Regular expressions and names of files may hold
   * anything, so a text with one of these as a term is none.
   */
  static boolean isWhole(String text) {
    boolean sign = text.contains("&&");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '~' || c == '@' || c == '{') && isTerm(text, i)) {
        return false;
      }
      sign |= SIGNS.indexOf(c) >= 0;
    }
    return sign;
  }

  /** Whether a term of a pattern begins here. */
  static boolean isTerm(String text, int at) {
    return at == 0 || BEFORE_TERMS.indexOf(text.charAt(at - 1)) >= 0;
  }

  /** The index of the brace that closes an expression; that of the last character if none does. */
  static int end(String text, int open) {
    int depth = 0;
    char quote = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    return text.length() - 1;
  }
}
