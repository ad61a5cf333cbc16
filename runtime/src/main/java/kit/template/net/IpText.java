package kit.template.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Addresses as text. */
final class IpText {

  private IpText() {}

  /** The number of an IPv4 address with all four parts; null if the text is none. */
  static BigInteger v4(String text) {
    String[] parts = text.split("\\.", -1);
    long value = 0;
    for (String part : parts) {
      int number = part(part);
      if (number < 0) {
        return null;
      }
      value = value << 8 | number;
    }
    return parts.length == 4 ? BigInteger.valueOf(value) : null;
  }

  private static int part(String text) {
    if (text.isEmpty() || text.length() > 3) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value > 255 || text.length() > 1 && text.charAt(0) == '0' ? -1 : value;
  }

  /** The number of an IPv6 address; null if the text is none. */
  static BigInteger v6(String text) {
    String whole = text;
    int dot = whole.indexOf('.');
    if (dot >= 0) {
      int colon = whole.lastIndexOf(':');
      BigInteger tail = v4(whole.substring(colon + 1));
      if (tail == null || colon < 0) {
        return null;
      }
      long four = tail.longValue();
      whole =
          whole.substring(0, colon + 1)
              + Long.toHexString(four >> 16)
              + ":"
              + Long.toHexString(four & 0xffff);
    }
    int gap = whole.indexOf("::");
    if (gap >= 0 && whole.indexOf("::", gap + 1) >= 0) {
      return null;
    }
    List<Integer> head = groups(gap < 0 ? whole : whole.substring(0, gap));
    List<Integer> tail = gap < 0 ? List.of() : groups(whole.substring(gap + 2));
    if (head == null || tail == null) {
      return null;
    }
    int missing = 8 - head.size() - tail.size();
    if (gap < 0 ? missing != 0 : missing < 1) {
      return null;
    }
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < 8; i++) {
      int tailStart = head.size() + missing;
      int group = i < head.size() ? head.get(i) : i < tailStart ? 0 : tail.get(i - tailStart);
      value = value.shiftLeft(16).or(BigInteger.valueOf(group));
    }
    return value;
  }

  private static List<Integer> groups(String text) {
    List<Integer> out = new ArrayList<>();
    for (String group : text.isEmpty() ? new String[0] : text.split(":", -1)) {
      if (group.isEmpty() || group.length() > 4) {
        return null;
      }
      int value = 0;
      for (int i = 0; i < group.length(); i++) {
        int digit = Character.digit(group.charAt(i), 16);
        if (digit < 0) {
          return null;
        }
        value = value * 16 + digit;
      }
      out.add(value);
    }
    return out;
  }

  static String of(BigInteger value, int version) {
    return version == 4 ? four(value.longValue()) : six(value);
  }

  private static String four(long value) {
    return (value >> 24 & 255)
        + "."
        + (value >> 16 & 255)
        + "."
        + (value >> 8 & 255)
        + "."
        + (value & 255);
  }

  /** By RFC 5952: small letters, the longest row of zeros left out. */
  private static String six(BigInteger value) {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = value.shiftRight(16 * (7 - i)).intValue() & 0xffff;
    }
    int best = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        best = i;
        length = end - i;
      }
    }
    boolean dotted = best == 0 && (length == 6 || length == 5 && groups[5] == 0xffff);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < (dotted ? 6 : 8); i++) {
      if (i == best) {
        out.append(i == 0 ? "::" : ":");
        i += length - 1;
      } else {
        out.append(Integer.toHexString(groups[i])).append(i < 7 ? ":" : "");
      }
    }
    return dotted ? out + four(value.longValue() & 0xffffffffL) : out.toString();
  }
}
