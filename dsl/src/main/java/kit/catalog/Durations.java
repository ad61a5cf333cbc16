package kit.catalog;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as people write them: {@code 60} (seconds), {@code '60s'}, {@code '500ms'}. */
final class Durations {

  private static final BigDecimal LONGEST = BigDecimal.valueOf(Integer.MAX_VALUE * 1000L);

  private Durations() {}

  /** The duration that a value means; null if it means none. */
  static Duration of(Object value) {
    if (value instanceof Duration duration) {
      return duration.isNegative() ? null : duration;
    }
    if (!(value instanceof String text)) {
      return of(Scalar.number(value), 1000);
    }
    int end = text.length();
    while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    int unit = milliseconds(text.substring(end));
    return unit == 0 ? null : of(Scalar.number(text.substring(0, end)), unit);
  }

  private static Duration of(BigDecimal count, int unit) {
    if (count == null || count.signum() < 0) {
      return null;
    }
    BigDecimal milliseconds = count.multiply(BigDecimal.valueOf(unit));
    return milliseconds.compareTo(LONGEST) > 0 ? null : Duration.ofMillis(milliseconds.longValue());
  }

  private static int milliseconds(String unit) {
    return switch (unit) {
      case "ms" -> 1;
      case "", "s" -> 1000;
      case "m" -> 60_000;
      case "h" -> 3_600_000;
      case "d" -> 86_400_000;
      default -> 0;
    };
  }
}
