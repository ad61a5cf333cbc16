package kit.spi;

/** Symbolic modes as chmod reads them: {@code u=rwX,g-w,o=}. */
final class SymbolicMode {

  private SymbolicMode() {}

  static int apply(String text, int current, boolean directory) {
    int bits = current;
    for (String clause : text.split(",", -1)) {
      bits = clause(clause, bits, directory, text);
    }
    return bits;
  }

  private static int clause(String clause, int current, boolean directory, String whole) {
    if (!clause.matches("[ugoa]*([-+=][rwxXst]*)+")) {
      throw new IllegalArgumentException(
          "'" + whole + "' is no file mode; write '0644' or 'u=rw,go=r'");
    }
    int at = 0;
    while ("ugoa".indexOf(clause.charAt(at)) >= 0) {
      at++;
    }
    int who = mask(clause.substring(0, at));
    int bits = current;
    while (at < clause.length()) {
      char operator = clause.charAt(at++);
      int from = at;
      while (at < clause.length() && "+-=".indexOf(clause.charAt(at)) < 0) {
        at++;
      }
      int change = permissions(clause.substring(from, at), bits, directory) & who;
      if (operator == '+') {
        bits |= change;
      } else if (operator == '-') {
        bits &= ~change;
      } else {
        // '=' leaves setuid and setgid of directories alone unless they are named
        int cleared = directory ? who & 0777 : who;
        bits = bits & ~cleared | change;
      }
    }
    return bits;
  }

  private static int mask(String who) {
    if (who.isEmpty() || who.contains("a")) {
      return 07777;
    }
    int mask = 0;
    for (char c : who.toCharArray()) {
      mask |= c == 'u' ? 04700 : c == 'g' ? 02070 : 01007;
    }
    return mask;
  }

  private static int permissions(String letters, int current, boolean directory) {
    int bits = 0;
    for (char c : letters.toCharArray()) {
      bits |=
          switch (c) {
            case 'r' -> 0444;
            case 'w' -> 0222;
            case 'x' -> 0111;
            case 'X' -> directory || (current & 0111) != 0 ? 0111 : 0;
            case 's' -> 06000;
            default -> 01000;
          };
    }
    return bits;
  }
}
