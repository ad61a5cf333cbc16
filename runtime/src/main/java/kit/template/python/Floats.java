package kit.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floats as text, and text as floats. */
public final class Floats {

  private Floats() {}

  /** What {@code repr} gives: the shortest digits that are read back as the same number. */
  public static String repr(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return special(number);
    }
    if (number == (long) number && Math.abs(number) < 1e15) {
      String minus = number == 0 && 1 / number < 0 ? "-" : "";
      return minus + (long) number + ".0";
    }
    BigDecimal digits = shortest(number);
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent < -4 || exponent >= 16) {
      return scientific(digits, exponent, 'e');
    }
    String text = digits.toPlainString();
    return text.indexOf('.') < 0 ? text + ".0" : text;
  }

  // JDK 17 may write a digit too many (JDK-4511638).
  private static BigDecimal shortest(double number) {
    BigDecimal known = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int from = known.precision() > 15 ? 15 : known.precision() == 2 ? 1 : 99;
    if (from < 99) {
      BigDecimal whole = new BigDecimal(number);
      for (int precision = from; precision <= Math.max(2, from + 2); precision++) {
        BigDecimal shorter = whole.round(new MathContext(precision, RoundingMode.HALF_EVEN));
        if (shorter.doubleValue() == number) {
          return shorter.stripTrailingZeros();
        }
      }
    }
    return known;
  }

  private static String scientific(BigDecimal digits, int exponent, char e) {
    String all = digits.unscaledValue().abs().toString();
    StringBuilder out = new StringBuilder(digits.signum() < 0 ? "-" : "");
    out.append(all.charAt(0));
    if (all.length() > 1) {
      out.append('.').append(all, 1, all.length());
    }
    return exponent(out, exponent, e);
  }

  private static String exponent(StringBuilder out, int exponent, char e) {
    int size = Math.abs(exponent);
    out.append(e).append(exponent < 0 ? '-' : '+').append(size < 10 ? "0" : "").append(size);
    return out.toString();
  }

  private static String special(double number) {
    return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
  }

  /** A number in one of the formats f, e and g (or F, E, G), without any sign but minus. */
  static String format(double number, char type, int precision, boolean alternate) {
    boolean upper = Character.isUpperCase(type);
    String text;
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      text = special(number);
    } else {
      text =
          switch (Character.toLowerCase(type)) {
            case 'f' -> fixed(number, precision, alternate);
            case 'e' -> exponential(number, precision, alternate);
            default -> general(number, precision, alternate);
          };
    }
    return upper ? text.toUpperCase(java.util.Locale.ROOT) : text;
  }

  private static String sign(double number) {
    return number < 0 || number == 0 && 1 / number < 0 ? "-" : "";
  }

  private static String fixed(double number, int precision, boolean alternate) {
    BigDecimal value = new BigDecimal(Math.abs(number)).setScale(precision, RoundingMode.HALF_EVEN);
    return sign(number) + value.toPlainString() + (alternate && precision == 0 ? "." : "");
  }

  private static String exponential(double number, int precision, boolean alternate) {
    BigDecimal value = new BigDecimal(Math.abs(number));
    int exponent = 0;
    String digits = "0".repeat(precision + 1);
    if (value.signum() != 0) {
      value = value.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
      exponent = value.precision() - value.scale() - 1;
      digits = value.unscaledValue().toString();
      digits += "0".repeat(Math.max(0, precision + 1 - digits.length()));
      digits = digits.substring(0, precision + 1);
    }
    StringBuilder out = new StringBuilder(sign(number)).append(digits.charAt(0));
    if (precision > 0 || alternate) {
      out.append('.').append(digits, 1, digits.length());
    }
    return exponent(out, exponent, 'e');
  }

  private static String general(double number, int given, boolean alternate) {
    int precision = Math.max(1, given);
    BigDecimal value = new BigDecimal(Math.abs(number));
    if (value.signum() == 0) {
      return sign(number) + "0";
    }
    value = value.round(new MathContext(precision, RoundingMode.HALF_EVEN));
    int exponent = value.precision() - value.scale() - 1;
    if (exponent < -4 || exponent >= precision) {
      BigDecimal digits = alternate ? value : value.stripTrailingZeros();
      return sign(number) + scientific(digits, exponent, 'e');
    }
    String text = value.setScale(Math.max(0, precision - 1 - exponent)).toPlainString();
    if (!alternate && text.indexOf('.') >= 0) {
      text = Chars.strip(text, "0", false, true);
      text = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
    return sign(number) + text;
  }

  /** What {@code float(text)} gives; null if the text is no number. */
  public static Double parse(String given) {
    String text = Chars.strip(given, null, true, true).toLowerCase(java.util.Locale.ROOT);
    String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    int sign = text.startsWith("-") ? -1 : 1;
    if (digits.equals("inf") || digits.equals("infinity")) {
      return sign * Double.POSITIVE_INFINITY;
    }
    if (digits.equals("nan")) {
      return Double.NaN;
    }
    boolean digit = false;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      digit = digit || c >= '0' && c <= '9';
      boolean number = c >= '0' && c <= '9' || ".e+-".indexOf(c) >= 0;
      boolean gap = c == '_' && i > 0 && Character.isDigit(digits.charAt(i - 1));
      if (!number && !(gap && i + 1 < digits.length() && digits.charAt(i + 1) != '_')) {
        return null;
      }
    }
    try {
      return digit ? sign * Double.parseDouble(digits.replace("_", "")) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Rounds half to even, as {@code round} does with the exact value. */
  public static double round(double number, int digits) {
    if (Double.isNaN(number) || Double.isInfinite(number) || number == 0) {
      return number;
    }
    double rounded = new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    return rounded == 0 ? Math.copySign(0.0, number) : rounded;
  }

  /** Rounds a whole number to tens, hundreds, ... half to even. */
  public static Object round(BigInteger number, int digits) {
    if (digits >= 0) {
      return Numbers.integer(number);
    }
    return Numbers.integer(
        new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN).toBigInteger());
  }
}
