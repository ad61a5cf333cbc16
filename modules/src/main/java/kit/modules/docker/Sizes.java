package kit.modules.docker;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import kit.spi.PlanException;

/** Amounts as people write them, and as the engine tells them. */
final class Sizes {

  private static final BigDecimal NANO = BigDecimal.valueOf(1_000_000_000);

  private Sizes() {}

  /** 0 is none. */
  static List<String> number(long number) {
    return number == 0 ? List.of() : List.of(String.valueOf(number));
  }

  /**
   * {@code 512m}, {@code 1g}, {@code 1GiB}, {@code 1048576} in bytes; -1 and unlimited are none.
   */
  static String bytes(String argument, String text) {
    String low = text.strip().toLowerCase(Locale.ROOT);
    if (low.equals("unlimited") || low.equals("-1")) {
      return "-1";
    }
    int end = 0;
    while (end < low.length() && (Character.isDigit(low.charAt(end)) || low.charAt(end) == '.')) {
      end++;
    }
    String unit = low.substring(end).strip();
    unit =
        unit.endsWith("ib")
            ? unit.substring(0, 1)
            : unit.length() == 2 && unit.endsWith("b") ? unit.substring(0, 1) : unit;
    int power = unit.isEmpty() ? 0 : "bkmgtp".indexOf(unit);
    try {
      if (power < 0 || unit.length() > 1) {
        throw new NumberFormatException();
      }
      return new BigDecimal(low.substring(0, end))
          .multiply(BigDecimal.valueOf(1L << 10 * power))
          .toBigInteger()
          .toString();
    } catch (NumberFormatException e) {
      throw new PlanException(argument + " '" + text + "' is no size", "512m, 1g, ...");
    }
  }

  /** Billionths of a processor as {@code 0.5}. */
  static List<String> cpus(long nano) {
    return cpus(BigDecimal.valueOf(nano).divide(NANO));
  }

  static List<String> cpus(BigDecimal number) {
    return number.signum() == 0 ? List.of() : List.of(number.stripTrailingZeros().toPlainString());
  }

  /** A time such as {@code 1m30s} or {@code 500ms} in billionths of a second. */
  static long nanos(String argument, String text) {
    BigDecimal sum = BigDecimal.ZERO;
    int at = 0;
    boolean good = !text.isEmpty();
    while (good && at < text.length()) {
      int from = at;
      while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
      int digits = at;
      while (at < text.length() && Character.isLetter(text.charAt(at))) {
        at++;
      }
      long unit =
          switch (text.substring(digits, at)) {
            case "ns" -> 1L;
            case "us" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s", "" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 0L;
          };
      good = unit > 0 && digits > from && Character.isDigit(text.charAt(from));
      if (good) {
        sum =
            sum.add(
                new BigDecimal(text.substring(from, digits)).multiply(BigDecimal.valueOf(unit)));
      }
    }
    if (!good) {
      throw new PlanException(argument + " '" + text + "' is no time", "30s, 1m30s, 500ms");
    }
    return sum.longValue();
  }
}
