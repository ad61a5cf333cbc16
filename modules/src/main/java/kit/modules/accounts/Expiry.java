package kit.modules.accounts;

import java.time.DateTimeException;
import java.time.LocalDate;
import kit.spi.PlanException;

/** The day on which an account expires, as users write it and as the host keeps it. */
final class Expiry {

  static final long NEVER = -1;

  private Expiry() {}

  /** Days after the epoch. */
  static long day(String text) {
    if (text.equals("never") || text.isEmpty()) {
      return NEVER;
    }
    try {
      if (text.indexOf('-') > 0) {
        return LocalDate.parse(text).toEpochDay();
      }
      double seconds = Double.parseDouble(text);
      return seconds < 0 ? NEVER : (long) Math.floor(seconds / 86_400);
    } catch (DateTimeException | NumberFormatException e) {
      throw new PlanException("expires: '" + text + "' is no day", "write '2027-12-31' or 'never'");
    }
  }

  /** As useradd and usermod read it. */
  static String date(long day) {
    return day < 0 ? "" : LocalDate.ofEpochDay(day).toString();
  }

  static String shown(long day) {
    return day < 0 ? "never" : date(day);
  }
}
