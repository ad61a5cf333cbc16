package kit.template.net;

import java.math.BigInteger;
import java.util.Locale;
import kit.template.python.Numbers;
import kit.template.python.PythonError;

/** Addresses of network cards. */
public final class Mac {

  private Mac() {}

  /** The number of an address in one of the usual forms; null if the text is none. */
  static Long number(String text) {
    String digits = text;
    for (String sign : new String[] {":", "-", "."}) {
      String[] parts = text.split(java.util.regex.Pattern.quote(sign), -1);
      if (parts.length > 1) {
        int size = 12 / parts.length;
        if (12 % parts.length != 0) {
          return null;
        }
        StringBuilder whole = new StringBuilder();
        for (String part : parts) {
          if (part.isEmpty() || part.length() > size) {
            return null;
          }
          whole.append("0".repeat(size - part.length())).append(part);
        }
        digits = whole.toString();
      }
    }
    return digits.matches("[0-9a-fA-F]{12}") ? (Long) Long.parseLong(digits, 16) : null;
  }

  /** What {@code hwaddr} answers. */
  public static Object of(Object value, String query, String alias) {
    Long number = number(kit.template.python.Text.str(value));
    if (number == null && !query.isEmpty() && !query.equals("bool")) {
      throw new PythonError(alias + ": not a hardware address: " + value);
    }
    if (number == null) {
      return null;
    }
    String digits = Long.toHexString(number | 1L << 48).substring(1);
    String upper = digits.toUpperCase(Locale.ROOT);
    return switch (query) {
      case "" -> value;
      case "bool" -> true;
      case "int" -> Numbers.integer(number);
      case "bare" -> upper;
      case "cisco" -> grouped(digits, 4, ".");
      case "linux" -> grouped(digits, 2, ":");
      case "unix" -> grouped(digits, 2, ":").replaceAll("\\b0(?=[0-9a-f])", "");
      case "pgsql", "postgresql", "psql" -> grouped(digits, 6, ":");
      case "eui48", "win" -> grouped(upper, 2, "-");
      default -> throw new PythonError(alias + ": unknown filter type: " + query);
    };
  }

  private static String grouped(String digits, int size, String sign) {
    StringBuilder out = new StringBuilder(digits);
    for (int i = digits.length() - size; i > 0; i -= size) {
      out.insert(i, sign);
    }
    return out.toString();
  }

  /** The address that a card takes in an IPv6 network by itself (RFC 4862); false without one. */
  public static Object slaac(String network, String mac) {
    IpNet net = IpNet.of(network);
    Long number = number(mac);
    if (net == null || net.version() != 6 || number == null) {
      return false;
    }
    long flipped = number ^ 1L << 41;
    BigInteger host =
        BigInteger.valueOf(flipped >> 24 << 8 | 0xff)
            .shiftLeft(32)
            .or(BigInteger.valueOf(0xfe000000L | flipped & 0xffffff));
    return net.text(net.first().add(host));
  }
}
