package kit.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How a call went, without the host: hosts with equal findings share a line.
 *
 * @param mark the kind
 * @param place where a failed call stands; empty otherwise
 * @param lines what is said below the line
 * @param compared whether differences are among them
 */
record Finding(Mark mark, String place, List<String> lines, boolean compared) {

  /** Stands for the name of any host. */
  private static final String ANY = "HOST";

  /**
   * A trouble in words that do not name its host, so that it is told once for all hosts that share
   * it; anything else as it is.
   */
  Finding of(String host) {
    if (!mark.trouble() || host.isEmpty()) {
      return this;
    }
    List<String> nameless = new ArrayList<>();
    boolean named = false;
    for (String line : lines) {
      String changed = nameless(line, host);
      named |= !changed.equals(line);
      nameless.add(changed);
    }
    return named ? new Finding(mark, place, List.copyOf(nameless), compared) : this;
  }

  /** Replaces a name that stands alone, and an address in brackets behind it. */
  private static String nameless(String line, String host) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int at = line.indexOf(host); at >= 0; at = line.indexOf(host, from)) {
      int end = at + host.length();
      boolean alone = (at == 0 || !partOfName(line, at - 1)) && !partOfName(line, end);
      text.append(line, from, at).append(alone ? ANY : host);
      int close = alone && line.startsWith(" (", end) ? line.indexOf(')', end) : -1;
      from = close < 0 ? end : close + 1;
    }
    return text.append(line, from, line.length()).toString();
  }

  private static boolean partOfName(String line, int at) {
    if (at >= line.length()) {
      return false;
    }
    char c = line.charAt(at);
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }
}
