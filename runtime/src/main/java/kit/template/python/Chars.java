package kit.template.python;

import java.util.ArrayList;
import java.util.List;

/** Text by characters as Python counts them: code points. */
public final class Chars {

  private Chars() {}

  /** Whether every char is a character of its own. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  public static int length(String text) {
    return isPlain(text) ? text.length() : text.codePointCount(0, text.length());
  }

  /** The characters, each as a text. */
  public static List<String> list(String text) {
    List<String> out = new ArrayList<>(text.length());
    int at = 0;
    while (at < text.length()) {
      int next = at + Character.charCount(text.codePointAt(at));
      out.add(text.substring(at, next));
      at = next;
    }
    return out;
  }

  /** The part between two positions, which must lie inside. */
  public static String part(String text, int from, int to) {
    if (isPlain(text)) {
      return text.substring(from, to);
    }
    int start = text.offsetByCodePoints(0, from);
    return text.substring(start, text.offsetByCodePoints(start, to - from));
  }

  /** The position that an index of the Java text has. */
  static int position(String text, int index) {
    return index < 0 || isPlain(text) ? index : text.codePointCount(0, index);
  }

  /** Orders by code points. */
  static int compare(String left, String right) {
    int end = Math.min(left.length(), right.length());
    for (int i = 0; i < end; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean high = Character.isSurrogate(a) != Character.isSurrogate(b);
        return high ? (Character.isSurrogate(a) ? 1 : -1) : a - b;
      }
    }
    return left.length() - right.length();
  }

  /** Whether {@code str.isspace} calls it so; Java's own lists differ. */
  public static boolean isSpace(int c) {
    return c == ' '
        || c >= 9 && c <= 13
        || c >= 0x1c && c <= 0x1f
        || c == 0x85
        || c == 0xa0
        || c > 127 && Character.isSpaceChar(c);
  }

  /** Without blanks at the ends, or without the characters given. */
  public static String strip(String text, String chars, boolean left, boolean right) {
    int from = 0;
    int to = text.length();
    while (left && from < to && strips(text.codePointAt(from), chars)) {
      from += Character.charCount(text.codePointAt(from));
    }
    while (right && to > from && strips(text.codePointBefore(to), chars)) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  private static boolean strips(int c, String chars) {
    return chars == null ? isSpace(c) : chars.indexOf(c) >= 0;
  }
}
