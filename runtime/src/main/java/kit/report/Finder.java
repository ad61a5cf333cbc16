package kit.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many texts in one pass: what begins at a place is looked up by the first four characters.
 * Built up by one thread, then used by many.
 */
final class Finder {

  private static final int KEY = 4;

  /** Where something was cut off, the half of a secret may be left. */
  private static final String CUT = "...";

  private static final String GAP = " bytes not kept]\n";

  private static final List<Wanted> NOTHING = List.of();

  /** Finds nothing. */
  static final Finder NONE = new Finder();

  private final Map<Integer, List<Wanted>> starts = new HashMap<>();
  private final Map<Integer, List<Wanted>> ends = new HashMap<>();
  private final long[] seen = new long[1024];
  private int longest;

  /**
   * A text to find.
   *
   * @param text the text
   * @param wraps whether lines may break in it
   */
  private record Wanted(String text, boolean wraps) {}

  void add(String text, boolean wraps) {
    if (text.length() < KEY) {
      return;
    }
    put(starts, text, wraps);
    put(ends, new StringBuilder(text).reverse().toString(), wraps);
    longest = Math.max(longest, text.length());
    if (wraps && text.length() > 4 * KEY) {
      // a line may break within the first characters too
      put(starts, text.substring(KEY), true);
    }
  }

  private void put(Map<Integer, List<Wanted>> index, String text, boolean wraps) {
    int key = key(text, 0);
    List<Wanted> same = index.computeIfAbsent(key, k -> new ArrayList<>(2));
    Wanted wanted = new Wanted(text, wraps);
    if (!same.contains(wanted)) {
      same.add(wanted);
    }
    if (index == starts) {
      int bit = key & 0xffff;
      seen[bit >> 6] |= 1L << bit;
    }
  }

  int longest() {
    return longest;
  }

  /** A text that is found; null if none is. */
  String first(String text) {
    for (int at = 0; at + KEY <= text.length(); at++) {
      for (Wanted wanted : beginning(text, at)) {
        if (text.startsWith(wanted.text(), at)) {
          return wanted.text();
        }
      }
    }
    return null;
  }

  /** The text with a mask in the place of all that is found, and of halves where it was cut. */
  String masked(String text, String mask) {
    StringBuilder out = null;
    int copied = 0;
    int from = -1;
    int to = -1;
    int gap = text.indexOf(GAP);
    int after = gap < 0 ? -1 : gap + GAP.length();
    for (int at = 0; at + KEY <= text.length(); at++) {
      int end = at == after ? Math.max(end(text, at), half(text, at)) : end(text, at);
      if (end < 0) {
        continue;
      }
      if (at > to) {
        if (from >= 0) {
          out = out == null ? new StringBuilder(text.length()) : out;
          out.append(text, copied, from).append(mask);
          copied = to;
        }
        from = at;
        to = end;
      } else {
        to = Math.max(to, end);
      }
    }
    if (from < 0) {
      return text;
    }
    out = out == null ? new StringBuilder(text.length()) : out;
    return out.append(text, copied, from).append(mask).append(text, to, text.length()).toString();
  }

  /** Where the longest text that begins here ends; -1 if none begins here. */
  private int end(String text, int at) {
    int end = -1;
    for (Wanted wanted : beginning(text, at)) {
      end = Math.max(end, match(text, at, wanted));
    }
    return end;
  }

  private int match(String text, int at, Wanted wanted) {
    String form = wanted.text();
    int i = at;
    for (int j = 0; j < form.length(); ) {
      if (i == text.length()) {
        return -1;
      }
      if (text.charAt(i) == form.charAt(j)) {
        i++;
        j++;
      } else if (wanted.wraps() && j > 0 && lineBreak(text, i) > i) {
        i = lineBreak(text, i);
      } else if (j >= KEY && cut(text, i)) {
        return i;
      } else {
        return -1;
      }
    }
    return i;
  }

  /** Behind a line break and the blanks after it, also where it is spelled out. */
  private static int lineBreak(String text, int at) {
    int i = at;
    while (i < text.length() && (text.charAt(i) == '\n' || text.charAt(i) == '\r')) {
      i++;
    }
    while (text.startsWith("\\n", i) || text.startsWith("\\r", i)) {
      i += 2;
    }
    while (i > at && i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  private static boolean cut(String text, int at) {
    return text.startsWith(CUT, at)
        || text.startsWith(" " + CUT, at)
        || text.startsWith("\n[", at) && text.startsWith(GAP, gapEnd(text, at));
  }

  private static int gapEnd(String text, int at) {
    int i = at + 2;
    while (i < text.length() && Character.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Where the second half of something ends whose first half was not kept; -1 if none is here. */
  private int half(String text, int at) {
    for (int end = Math.min(text.length(), at + longest); end - at >= KEY; end--) {
      String back = new StringBuilder(text.substring(at, end)).reverse().toString();
      for (Wanted wanted : ends.getOrDefault(key(back, 0), List.of())) {
        if (wanted.text().startsWith(back)) {
          return end;
        }
      }
    }
    return -1;
  }

  private List<Wanted> beginning(String text, int at) {
    int key = key(text, at);
    int bit = key & 0xffff;
    return (seen[bit >> 6] & 1L << bit) == 0 ? NOTHING : starts.getOrDefault(key, NOTHING);
  }

  private static int key(String text, int at) {
    int key = 0;
    for (int i = at; i < at + KEY; i++) {
      key = key * 31 + text.charAt(i);
    }
    return key;
  }
}
