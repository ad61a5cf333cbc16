package kit.inventory;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Shell globs as regular expressions: {@code *}, {@code ?}, {@code [abc]}, {@code [!abc]}. */
final class Glob {

  private Glob() {}

  static boolean isGlob(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
  }

  /** Throws {@link PatternSyntaxException} if the brackets make no sense. */
  static Pattern compile(String glob) {
    StringBuilder regex = new StringBuilder("(?s)");
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      int close = c == '[' ? glob.indexOf(']', Math.min(glob.length(), i + 2)) : -1;
      if (c == '*') {
        regex.append(".*");
      } else if (c == '?') {
        regex.append('.');
      } else if (close > 0) {
        String set = glob.substring(i + 1, close).replace("\\", "\\\\").replace("[", "\\[");
        set = set.replace("&&", "&\\&").replace("^", "\\^");
        regex.append('[').append(set.startsWith("!") ? "^" + set.substring(1) : set).append(']');
        i = close;
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.append("\\z").toString());
  }
}
