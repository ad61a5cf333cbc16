package kit.data;

import java.math.BigInteger;

/** Numbers as YAML 1.1 and Python write them. */
final class Numbers {

  private Numbers() {}

  /** The smallest of Integer, Long and BigInteger that holds the value. */
  static Number integer(BigInteger value) {
    if (value.bitLength() < 32) {
      return value.intValue();
    }
    return value.bitLength() < 64 ? (Number) value.longValue() : value;
  }

  /** A YAML 1.1 integer: binary, octal by a leading 0, hex, base 60. */
  static Number yamlInteger(String text) {
    String digits = text.replace("_", "");
    boolean negative = digits.startsWith("-");
    if (negative || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    BigInteger value;
    if (digits.startsWith("0b")) {
      value = new BigInteger(digits.substring(2), 2);
    } else if (digits.startsWith("0x")) {
      value = new BigInteger(digits.substring(2), 16);
    } else if (digits.indexOf(':') > 0) {
      value = BigInteger.ZERO;
      for (String part : digits.split(":")) {
        value = value.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
      }
    } else if (digits.length() > 1 && digits.charAt(0) == '0') {
      value = new BigInteger(digits, 8);
    } else {
      value = new BigInteger(digits);
    }
    return integer(negative ? value.negate() : value);
  }

  /** A YAML 1.1 float: infinities, base 60. */
  static Double yamlFloat(String text) {
    String digits = text.replace("_", "").toLowerCase(java.util.Locale.ROOT);
    int sign = digits.startsWith("-") ? -1 : 1;
    if (digits.startsWith("-") || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    if (digits.equals(".inf")) {
      return sign * Double.POSITIVE_INFINITY;
    }
    if (digits.equals(".nan")) {
      return Double.NaN;
    }
    double value = 0;
    for (String part : digits.split(":")) {
      value = value * 60 + Double.parseDouble(part);
    }
    return sign * value;
  }
}
