package kit.template.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Text taken apart. */
public final class Splits {

  private Splits() {}

  /**
   * The parts of a text.
   *
   * @param sep what stands between them; null for any blanks
   * @param most how many times to split; all if it is negative
   */
  public static List<Object> of(String s, String sep, int most, boolean last) {
    if (sep != null && sep.isEmpty()) {
      throw new PythonError("empty separator");
    }
    int left = most < 0 ? Integer.MAX_VALUE : most;
    if (sep == null) {
      return last ? blanksFromEnd(s, left) : blanks(s, left);
    }
    return last ? fromEnd(s, sep, left) : fromStart(s, sep, left);
  }

  private static List<Object> fromStart(String s, String sep, int most) {
    List<Object> out = new ArrayList<>();
    int from = 0;
    int at = s.indexOf(sep);
    while (at >= 0 && out.size() < most) {
      out.add(s.substring(from, at));
      from = at + sep.length();
      at = s.indexOf(sep, from);
    }
    out.add(s.substring(from));
    return out;
  }

  private static List<Object> fromEnd(String s, String sep, int most) {
    List<Object> out = new ArrayList<>();
    int to = s.length();
    int at = s.lastIndexOf(sep);
    while (at >= 0 && out.size() < most) {
      out.add(s.substring(at + sep.length(), to));
      to = at;
      at = to < sep.length() ? -1 : s.lastIndexOf(sep, to - sep.length());
    }
    out.add(s.substring(0, to));
    Collections.reverse(out);
    return out;
  }

  private static List<Object> blanks(String s, int most) {
    List<Object> out = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < s.length() && Chars.isSpace(s.charAt(at))) {
        at++;
      }
      if (at == s.length()) {
        return out;
      }
      int end = at;
      if (out.size() == most) {
        out.add(s.substring(at));
        return out;
      }
      while (end < s.length() && !Chars.isSpace(s.charAt(end))) {
        end++;
      }
      out.add(s.substring(at, end));
      at = end;
    }
  }

  private static List<Object> blanksFromEnd(String s, int most) {
    List<Object> out = new ArrayList<>();
    int at = s.length();
    while (true) {
      while (at > 0 && Chars.isSpace(s.charAt(at - 1))) {
        at--;
      }
      if (at == 0) {
        break;
      }
      if (out.size() == most) {
        out.add(s.substring(0, at));
        break;
      }
      int end = at;
      while (at > 0 && !Chars.isSpace(s.charAt(at - 1))) {
        at--;
      }
      out.add(s.substring(at, end));
    }
    Collections.reverse(out);
    return out;
  }

  /** The lines, without their ends unless they are to be kept. */
  public static List<Object> lines(String s, boolean keepEnds) {
    List<Object> out = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < s.length()) {
      if ("\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029".indexOf(s.charAt(at)) < 0) {
        at++;
        continue;
      }
      int end = at + (s.startsWith("\r\n", at) ? 2 : 1);
      out.add(s.substring(from, keepEnds ? end : at));
      from = end;
      at = end;
    }
    if (from < s.length()) {
      out.add(s.substring(from));
    }
    return out;
  }
}
