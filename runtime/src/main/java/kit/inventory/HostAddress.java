package kit.inventory;

/**
 * A host as an inventory or pattern writes it: a name or address, ranges in it, a port behind it.
 * Follows what Ansible takes for an address.
 *
 * @param host the name, which may hold ranges
 * @param port the port; 0 if none was given
 * @param known whether this is an address at all; if not, {@code host} is the text unchanged
 */
record HostAddress(String host, int port, boolean known) {

  static HostAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    String host = text;
    int port = 0;
    if (colon >= 0 && isNumber(text, colon + 1)) {
      String before = text.substring(0, colon);
      if (before.length() > 2 && before.startsWith("[") && before.endsWith("]")) {
        host = before.substring(1, before.length() - 1);
        port = number(text, colon + 1);
      } else if (hasNoColon(before)) {
        host = before;
        port = number(text, colon + 1);
      }
    }
    boolean known = isHostname(host) || isIpv6(host);
    return known ? new HostAddress(host, port, true) : new HostAddress(text, 0, false);
  }

  private static boolean isNumber(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < text.length();
  }

  private static int number(String text, int from) {
    return text.length() - from > 9 ? Integer.MAX_VALUE : Integer.parseInt(text.substring(from));
  }

  /** No colon outside of complete brackets. */
  private static boolean hasNoColon(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '[') {
        i = text.indexOf(']', i);
        if (i < 0) {
          return false;
        }
      } else if (c == ':' || c == ']') {
        return false;
      }
    }
    return true;
  }

  private static boolean isHostname(String text) {
    boolean start = true;
    char last = '-';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (start || last == '-' || last == '_') {
          return false;
        }
        start = true;
        continue;
      }
      if (c == '[') {
        int end = HostRange.end(text, i, true);
        if (end < 0) {
          return false;
        }
        i = end;
        c = ']';
      } else if (!Character.isLetterOrDigit(c) && c != '_' && (c != '-' || start)) {
        return false;
      }
      last = c;
      start = false;
    }
    return !start && last != '-' && last != '_';
  }

  /** Ansible's pattern is anchored at its beginning only: {@code 2001:db8::6:v4} counts. */
  private static boolean isIpv6(String text) {
    if (text.startsWith("::")) {
      return true;
    }
    int at = 0;
    for (int parts = 1; parts <= 8; parts++) {
      int end = part(text, at);
      if (end < 0) {
        return false;
      }
      if (parts == 8) {
        return true;
      }
      if (end >= text.length() || text.charAt(end) != ':') {
        return false;
      }
      at = end + 1;
      if (parts <= 6 && at < text.length() && text.charAt(at) == ':') {
        return true;
      }
    }
    return false;
  }

  /** The end of one to four hex digits or of a numeric range; -1 if neither is here. */
  private static int part(String text, int from) {
    if (from < text.length() && text.charAt(from) == '[') {
      int end = HostRange.end(text, from, false);
      return end < 0 ? -1 : end + 1;
    }
    int at = from;
    while (at < text.length() && at < from + 4 && Character.digit(text.charAt(at), 16) >= 0) {
      at++;
    }
    return at == from ? -1 : at;
  }
}
