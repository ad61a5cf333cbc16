package kit.modules.crypto;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import kit.spi.PlanException;

/** Points in time as the modules for certificates take them. */
final class Timestamp {

  private static final String UNITS = "wdhms";
  private static final long[] SECONDS = {604_800, 86_400, 3600, 60, 1};

  private Timestamp() {}

  /**
   * @param written relative, {@code +3650d} or {@code +32w1d2h}, or absolute in UTC, {@code
   *     20301231235959Z}
   * @param argument what to call it in an error
   */
  static Instant of(String written, Instant now, String argument) {
    String text = written.strip();
    Instant whole = now.truncatedTo(ChronoUnit.SECONDS);
    try {
      if (text.startsWith("+")) {
        return whole.plus(span(text.substring(1)));
      }
      if (text.startsWith("-")) {
        return whole.minus(span(text.substring(1)));
      }
      String pattern = text.length() == 13 ? "yyyyMMddHHmm'Z'" : "yyyyMMddHHmmss'Z'";
      return LocalDateTime.parse(text, DateTimeFormatter.ofPattern(pattern))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
      throw new PlanException(
          argument + " '" + Subject.visible(written) + "' is no time", "+365d or 20301231235959Z");
    }
  }

  private static Duration span(String text) {
    long total = 0;
    int unit = -1;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      int found = UNITS.indexOf(Character.toLowerCase(text.charAt(i)));
      if (found > unit) {
        total += Math.multiplyExact(SECONDS[found], Long.parseUnsignedLong(text, from, i, 10));
        unit = found;
        from = i + 1;
      }
    }
    if (from != text.length() || text.isEmpty() || total > 1_000_000_000_000L) {
      throw new NumberFormatException(text);
    }
    return Duration.ofSeconds(total);
  }

  /** As openssl takes it. */
  static String written(Instant time) {
    return DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").format(time.atOffset(ZoneOffset.UTC));
  }
}
