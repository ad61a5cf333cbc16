package kit.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Whole numbers of any size and floats; truth values count as 0 and 1. */
public final class Numbers {

  private Numbers() {}

  /** The number in the smallest type that holds it, so that equal ones are equal in maps. */
  public static Object integer(long value) {
    int small = (int) value;
    return small == value ? (Object) small : (Object) value;
  }

  public static Object integer(BigInteger value) {
    return value.bitLength() < 64 ? integer(value.longValue()) : value;
  }

  /** Whether the value is a whole number; truth values are. */
  public static boolean isInteger(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Boolean
        || value instanceof BigInteger
        || value instanceof Short
        || value instanceof Byte;
  }

  public static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  /** Whether it is a whole number that fits 64 bits. */
  static boolean isLong(Object value) {
    return isInteger(value) && !(value instanceof BigInteger);
  }

  static long toLong(Object value) {
    return value instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) value).longValue();
  }

  public static BigInteger big(Object value) {
    return value instanceof BigInteger big ? big : BigInteger.valueOf(toLong(value));
  }

  /** The number as a float. */
  public static double toDouble(Object value) {
    if (!isNumber(value)) {
      throw new PythonError("must be real number, not " + Types.name(value));
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    double number = ((Number) value).doubleValue();
    if (Double.isInfinite(number) && value instanceof BigInteger) {
      throw new PythonError("int too large to convert to float");
    }
    return number;
  }

  /** A whole number for a position or a count. */
  public static int index(Object value) {
    if (!isInteger(value)) {
      throw new PythonError(
          "'" + Types.name(value) + "' object cannot be interpreted as an integer");
    }
    BigInteger big = big(value);
    if (big.bitLength() > 31) {
      return big.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    }
    return big.intValue();
  }

  static int compare(Object left, Object right) {
    if (isLong(left) && isLong(right)) {
      return Long.compare(toLong(left), toLong(right));
    }
    if (isInteger(left) && isInteger(right)) {
      return big(left).compareTo(big(right));
    }
    double a = isInteger(left) ? 0 : toDouble(left);
    double b = isInteger(right) ? 0 : toDouble(right);
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return Double.compare(a, b);
    }
    return exact(left).compareTo(exact(right));
  }

  static boolean isNan(Object value) {
    return value instanceof Double number && number.isNaN()
        || value instanceof Float small && small.isNaN();
  }

  /** The exact value of a number that is not infinite. */
  static BigDecimal exact(Object value) {
    return isInteger(value) ? new BigDecimal(big(value)) : new BigDecimal(toDouble(value));
  }

  /** What {@code int(value)} gives for a float: cut off. */
  public static Object truncate(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      String what = Double.isNaN(value) ? "NaN" : "infinity";
      throw new PythonError("cannot convert float " + what + " to integer");
    }
    if (Math.abs(value) < 1e18) {
      return integer((long) value);
    }
    return integer(new BigDecimal(value).toBigInteger());
  }

  /** What {@code int(text, base)} gives; null if the text is no whole number. */
  public static Object parse(String text, int base) {
    String digits = Chars.strip(text, null, true, true);
    boolean negative = digits.startsWith("-");
    if (negative || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    int radix = base;
    String prefix = digits.length() > 1 ? digits.substring(0, 2).toLowerCase() : "";
    int named = prefix.equals("0x") ? 16 : prefix.equals("0o") ? 8 : prefix.equals("0b") ? 2 : 0;
    if (named != 0 && (base == 0 || base == named)) {
      radix = named;
      digits = digits.substring(2);
      digits = digits.startsWith("_") ? digits.substring(1) : digits;
    } else if (base == 0) {
      radix = 10;
      if (digits.length() > 1 && digits.charAt(0) == '0' && !digits.matches("[0_]+")) {
        return null;
      }
    }
    boolean gaps = digits.startsWith("_") || digits.endsWith("_") || digits.contains("__");
    if (gaps || digits.startsWith("-") || digits.startsWith("+")) {
      return null;
    }
    try {
      BigInteger value = new BigInteger(digits.replace("_", ""), radix);
      return integer(negative ? value.negate() : value);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
