package kit.inventory;

import java.util.ArrayList;
import java.util.List;

/** Ranges in host names: {@code web[01:10]}, {@code rack[a:c]}, {@code n[1:9:2]}. */
final class HostRange {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int MOST = 10_000;

  private HostRange() {}

  /**
   * The index of the bracket that closes a range; -1 if none begins here.
   *
   * @param letters whether {@code [a:c]} is a range too
   */
  static int end(String text, int open, boolean letters) {
    int close = text.indexOf(']', open);
    if (close < 0) {
      return -1;
    }
    String[] bounds = text.substring(open + 1, close).split(":", -1);
    if (bounds.length < 2 || bounds.length > 3) {
      return -1;
    }
    boolean numbers = isNumber(bounds[0]) && isNumber(bounds[1]);
    boolean single = letters && isLetter(bounds[0]) && isLetter(bounds[1]);
    return (numbers || single) && (bounds.length == 2 || isNumber(bounds[2])) ? close : -1;
  }

  /**
   * All names that a text stands for; the text itself if it holds no range.
   *
   * @throws IllegalArgumentException if a range is wrong, saying why
   */
  static List<String> expand(String text) {
    List<String> names = new ArrayList<>();
    expand(text, names);
    return names;
  }

  private static void expand(String text, List<String> names) {
    int open = text.indexOf('[');
    if (open < 0) {
      if (names.size() == MOST) {
        throw new IllegalArgumentException("the range stands for more than " + MOST + " hosts");
      }
      names.add(text);
      return;
    }
    int close = text.indexOf(']', open);
    if (close < 0) {
      throw new IllegalArgumentException("the range has no closing bracket");
    }
    String range = text.substring(open + 1, close);
    String[] bounds = range.split(":", -1);
    if (bounds.length < 2 || bounds.length > 3 || bounds[1].isEmpty()) {
      throw new IllegalArgumentException("the range [" + range + "] is not [first:last]");
    }
    String first = bounds[0].isEmpty() ? "0" : bounds[0];
    int step = bounds.length == 3 ? number(bounds[2], range) : 1;
    if (step == 0) {
      throw new IllegalArgumentException("the range [" + range + "] has a step of 0");
    }
    boolean letters = isLetter(first) && isLetter(bounds[1]);
    int from = letters ? LETTERS.indexOf(first) : number(first, range);
    int to = letters ? LETTERS.indexOf(bounds[1]) : number(bounds[1], range);
    if (from > to) {
      throw new IllegalArgumentException("the range [" + range + "] ends before it begins");
    }
    int width = !letters && first.length() > 1 && first.startsWith("0") ? first.length() : 0;
    if (width > 0 && width != bounds[1].length()) {
      throw new IllegalArgumentException("the ends of [" + range + "] differ in length");
    }
    for (int i = from; i <= to; i += step) {
      String name = letters ? LETTERS.substring(i, i + 1) : padded(i, width);
      expand(text.substring(0, open) + name + text.substring(close + 1), names);
    }
  }

  private static int number(String text, String range) {
    boolean number = isNumber(text);
    if (!number || text.length() > 9) {
      String what = number ? "too large" : "neither a number nor a letter";
      throw new IllegalArgumentException("'" + text + "' in the range [" + range + "] is " + what);
    }
    return Integer.parseInt(text);
  }

  private static String padded(int number, int width) {
    String digits = String.valueOf(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isLetter(String text) {
    return text.length() == 1 && LETTERS.indexOf(text.charAt(0)) >= 0;
  }
}
