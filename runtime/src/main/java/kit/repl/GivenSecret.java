package kit.repl;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds texts that are given to what usually is a secret: {@code password: 'x'}. */
final class GivenSecret {

  private static final List<String> NAMES =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "token",
          "apikey",
          "accesskey",
          "privatekey",
          "credential");

  /** Options of programs, what stands in addresses, in headers, and what chpasswd reads. */
  private static final Pattern SAID =
      Pattern.compile(
          "--[a-z-]*(password|passwd|passphrase|secret|token|api-?key)[a-z-]*\\s+[^\\s$'\"-]"
              + "|://[^/\\s:@'\"]+:[^/\\s@'\"$]+@"
              + "|authorization:\\s*(basic|bearer|token)\\s+[^\\s$]"
              + "|\\bchpasswd\\b");

  private GivenSecret() {}

  /** Whether there is one in a text. */
  static boolean in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (SAID.matcher(lower).find()) {
      return true;
    }
    String plain = lower.replace("-", "").replace("_", "");
    for (String word : NAMES) {
      for (int at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
        if (given(plain, at + word.length())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a name that ends here is given a text, and not what a variable holds. */
  private static boolean given(String line, int from) {
    int at = from;
    while (at < line.length() && Character.isJavaIdentifierPart(line.charAt(at))) {
      at++;
    }
    int sign = at;
    while (at < line.length() && " :='\"]".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    String between = line.substring(sign, at);
    boolean quoted = between.indexOf('\'') >= 0 || between.indexOf('"') >= 0;
    boolean said = between.indexOf('=') >= 0 || between.indexOf(':') >= 0 && quoted;
    return said && !line.startsWith("$", at);
  }
}
