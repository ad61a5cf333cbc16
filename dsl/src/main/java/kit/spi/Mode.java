package kit.spi;

/**
 * A file mode as users write it: {@code 0644} (octal), {@code '644'}, {@code '0644'} or symbolic
 * such as {@code 'u=rw,go=r'} and {@code 'a+x'}; or {@code 'preserve'}, where a file is copied.
 *
 * @param text the normal form: octal digits, the symbolic text, or {@code preserve}
 */
public record Mode(String text) {

  private static final String PRESERVE = "preserve";

  /** Whether it is the mode of the file that is copied. */
  public boolean preserved() {
    return text.equals(PRESERVE);
  }

  /** Whether it depends on the mode that is there. */
  public boolean symbolic() {
    return !text.isEmpty() && !Character.isDigit(text.charAt(0));
  }

  /**
   * The permission bits.
   *
   * @param current bits of the existing file, for symbolic modes
   * @param directory whether it is a directory, for {@code X}
   */
  public int bits(int current, boolean directory) {
    if (preserved()) {
      return current;
    }
    return symbolic() ? SymbolicMode.apply(text, current, directory) : Integer.parseInt(text, 8);
  }

  /**
   * Reads a mode.
   *
   * @param value a String or an Integer; an Integer counts as bits, as Groovy's {@code 0644} gives
   * @throws IllegalArgumentException if it is none, with the right spelling where it can be guessed
   */
  public static Mode of(Object value) {
    if (value instanceof Integer bits) {
      return ofBits(bits);
    }
    String text = String.valueOf(value);
    if (octal(text, 1, 5)) {
      return new Mode(Integer.toOctalString(Integer.parseInt(text, 8)));
    }
    if (!text.equals(PRESERVE)) {
      SymbolicMode.apply(text, 0, false);
    }
    return new Mode(text);
  }

  private static Mode ofBits(int bits) {
    String digits = Integer.toString(bits);
    if (bits < 0 || bits > 07777) {
      throw new IllegalArgumentException("mode " + digits + " is out of range; write '0644'");
    }
    boolean misread = octal(digits, 3, 4) && usual(Integer.parseInt(digits, 8));
    if (misread && !usual(bits)) {
      throw new IllegalArgumentException(
          "mode "
              + digits
              + " is decimal and would mean "
              + String.format("%04o", bits)
              + "; write 0"
              + digits
              + " or '0"
              + digits
              + "'");
    }
    return new Mode(Integer.toOctalString(bits));
  }

  private static boolean octal(String digits, int shortest, int longest) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '7') {
        return false;
      }
    }
    return digits.length() >= shortest && digits.length() <= longest;
  }

  /** Modes people really use: nobody below has more than those above, nobody writes unread. */
  private static boolean usual(int bits) {
    int owner = bits >> 6 & 7;
    int group = bits >> 3 & 7;
    int other = bits & 7;
    return (owner & 4) != 0
        && (group & ~owner) == 0
        && (other & ~group) == 0
        && (group & 6) != 2
        && (other & 6) != 2;
  }
}
