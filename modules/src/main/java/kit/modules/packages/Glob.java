package kit.modules.packages;

/** Shell patterns with {@code *}, {@code ?} and sets in brackets, as fnmatch(3) reads them. */
final class Glob {

  private Glob() {}

  static boolean matches(String pattern, String text) {
    return matches(pattern, 0, text, 0);
  }

  private static boolean matches(String pattern, int p, String text, int t) {
    if (p == pattern.length()) {
      return t == text.length();
    }
    char c = pattern.charAt(p);
    if (c == '*') {
      for (int i = t; i <= text.length(); i++) {
        if (matches(pattern, p + 1, text, i)) {
          return true;
        }
      }
      return false;
    }
    if (t == text.length()) {
      return false;
    }
    int close = c == '[' ? pattern.indexOf(']', p + 2) : -1;
    if (close > 0) {
      return inSet(pattern.substring(p + 1, close), text.charAt(t))
          && matches(pattern, close + 1, text, t + 1);
    }
    return (c == '?' || c == text.charAt(t)) && matches(pattern, p + 1, text, t + 1);
  }

  private static boolean inSet(String set, char c) {
    boolean not = set.startsWith("!") || set.startsWith("^");
    boolean found = false;
    for (int i = not ? 1 : 0; i < set.length(); i++) {
      if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
        found |= set.charAt(i) <= c && c <= set.charAt(i + 2);
        i += 2;
      } else {
        found |= set.charAt(i) == c;
      }
    }
    return found != not;
  }
}
