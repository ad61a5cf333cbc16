package kit.template.python;

import java.util.Locale;

/** Upper and lower case by words. */
public final class Words {

  private Words() {}

  /** Every word with a capital; a word is a row of letters. */
  static String title(String s) {
    StringBuilder out = new StringBuilder(s.length());
    boolean inside = false;
    for (int i = 0; i < s.length(); ) {
      int c = s.codePointAt(i);
      if (!isCased(c)) {
        out.appendCodePoint(c);
      } else if (inside) {
        out.append(Character.toString(c).toLowerCase(Locale.ROOT));
      } else {
        out.append(titled(c));
      }
      inside = isCased(c);
      i += Character.charCount(c);
    }
    return out.toString();
  }

  static String capitalize(String s) {
    if (s.isEmpty()) {
      return s;
    }
    int first = s.codePointAt(0);
    return titled(first) + s.substring(Character.charCount(first)).toLowerCase(Locale.ROOT);
  }

  private static String titled(int c) {
    int title = Character.toTitleCase(c);
    if (title != c) {
      return Character.toString(title);
    }
    // Letters such as the German sharp s become two; the second stays small.
    String upper = Character.toString(c).toUpperCase(Locale.ROOT);
    return upper.length() < 2 || upper.codePointCount(0, upper.length()) < 2
        ? upper
        : upper.charAt(0) + upper.substring(1).toLowerCase(Locale.ROOT);
  }

  static String swapCase(String s) {
    StringBuilder out = new StringBuilder(s.length());
    for (int i = 0; i < s.length(); ) {
      int c = s.codePointAt(i);
      String one = Character.toString(c);
      out.append(
          Character.isUpperCase(c) ? one.toLowerCase(Locale.ROOT) : one.toUpperCase(Locale.ROOT));
      i += Character.charCount(c);
    }
    return out.toString();
  }

  static boolean isCased(int c) {
    return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
  }

  static String expandTabs(String s, int size) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '\t') {
        int blanks = size <= 0 ? 0 : size - column % size;
        out.append(" ".repeat(blanks));
        column += blanks;
      } else {
        out.append(c);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
      }
    }
    return out.toString();
  }
}
