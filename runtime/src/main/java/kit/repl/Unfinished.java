package kit.repl;

/** Whether a text goes on: a bracket or a text over several lines is open. */
final class Unfinished {

  private Unfinished() {}

  static boolean is(String text) {
    int depth = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"') {
        boolean triple = text.startsWith(String.valueOf(c).repeat(3), i);
        int end = triple ? closing(text, i + 3, c, 3) : closing(text, i + 1, c, 1);
        if (end < 0) {
          return triple || text.endsWith("\\");
        }
        i = end;
      } else if (text.startsWith("//", i)) {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", i)) {
        int end = text.indexOf("*/", i + 2);
        if (end < 0) {
          return true;
        }
        i = end + 2;
      } else {
        depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        i++;
      }
    }
    return depth > 0 || text.stripTrailing().endsWith("\\") || ends(text.stripTrailing());
  }

  /** Behind the closing quotes; -1 if there are none, or if a plain text would go over lines. */
  private static int closing(String text, int from, char quote, int count) {
    String wanted = String.valueOf(quote).repeat(count);
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.startsWith(wanted, i)) {
        return i + count;
      }
    }
    return -1;
  }

  /** Something has to follow: {@code apt name: 'x',}. */
  private static boolean ends(String text) {
    return text.endsWith(",") || text.endsWith("&&") || text.endsWith("||") || text.endsWith(" =");
  }
}
