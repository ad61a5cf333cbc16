package kit.data;

import java.math.BigInteger;

/** A number as Python's grammar allows it: underscores between digits, no leading zeros. */
final class PythonNumber {

  private PythonNumber() {}

  static Object of(String text) {
    if (text.isEmpty() || text.endsWith("_") || text.contains("__")) {
      throw new NumberFormatException();
    }
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    if (lower.startsWith("0x")) {
      return based(lower, 16);
    }
    if (lower.startsWith("0o")) {
      return based(lower, 8);
    }
    if (lower.startsWith("0b")) {
      return based(lower, 2);
    }
    if (lower.startsWith("_") || lower.contains("_.") || lower.contains("._")) {
      throw new NumberFormatException();
    }
    String digits = lower.replace("_", "");
    if (digits.indexOf('.') < 0 && digits.indexOf('e') < 0) {
      if (digits.length() > 1 && digits.charAt(0) == '0' && !isZero(digits)) {
        throw new NumberFormatException();
      }
      return Numbers.integer(plain(digits));
    }
    for (int i = 0; i < digits.length(); i++) {
      if (".e+-0123456789".indexOf(digits.charAt(i)) < 0) {
        throw new NumberFormatException();
      }
    }
    return Double.valueOf(digits);
  }

  private static Object based(String text, int base) {
    String digits = text.substring(2).replace("_", "");
    if (digits.startsWith("-") || digits.startsWith("+")) {
      throw new NumberFormatException();
    }
    return Numbers.integer(new BigInteger(digits, base));
  }

  private static BigInteger plain(String digits) {
    if (digits.startsWith("-") || digits.startsWith("+")) {
      throw new NumberFormatException();
    }
    return new BigInteger(digits);
  }

  private static boolean isZero(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }
}
