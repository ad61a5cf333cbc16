package kit.template.python;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Times as text, by the directives of C's strftime in the C locale. */
public final class Strftime {
  private static final String[] DAYS = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
  };
  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };

  private final ZonedDateTime time;
  private final boolean naive;

  private Strftime(ZonedDateTime time, boolean naive) {
    this.time = time;
    this.naive = naive;
  }

  /** The text; a naive time has no zone to print. */
  public static String format(String format, ZonedDateTime time, boolean naive) {
    return new Strftime(time, naive).text(format);
  }

  private String text(String format) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        out.append(c);
        continue;
      }
      char d = format.charAt(++i);
      if (d == '-' && i + 1 < format.length()) {
        out.append(Chars.strip(directive(format.charAt(++i)), "0 ", true, false));
      } else {
        out.append(directive(d));
      }
    }
    return out.toString();
  }

  private static String two(long number) {
    return DateTime.padded(number, 2);
  }

  private String directive(char d) {
    int weekday = time.getDayOfWeek().getValue();
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    return switch (d) {
      case 'a' -> DAYS[weekday - 1].substring(0, 3);
      case 'A' -> DAYS[weekday - 1];
      case 'b', 'h' -> MONTHS[time.getMonthValue() - 1].substring(0, 3);
      case 'B' -> MONTHS[time.getMonthValue() - 1];
      case 'c' -> text("%a %b %e %H:%M:%S %Y");
      case 'C' -> two(time.getYear() / 100);
      case 'd' -> two(time.getDayOfMonth());
      case 'D', 'x' -> text("%m/%d/%y");
      case 'e' -> (time.getDayOfMonth() < 10 ? " " : "") + time.getDayOfMonth();
      case 'F' -> text("%Y-%m-%d");
      case 'f' -> DateTime.padded(time.getNano() / 1000, 6);
      case 'g' -> two(time.get(IsoFields.WEEK_BASED_YEAR) % 100);
      case 'G' -> String.valueOf(time.get(IsoFields.WEEK_BASED_YEAR));
      case 'H' -> two(time.getHour());
      case 'I' -> two(hour);
      case 'j' -> DateTime.padded(time.getDayOfYear(), 3);
      case 'k' -> (time.getHour() < 10 ? " " : "") + time.getHour();
      case 'l' -> (hour < 10 ? " " : "") + hour;
      case 'm' -> two(time.getMonthValue());
      case 'M' -> two(time.getMinute());
      case 'n' -> "\n";
      case 'p' -> time.getHour() < 12 ? "AM" : "PM";
      case 'P' -> time.getHour() < 12 ? "am" : "pm";
      case 'r' -> text("%I:%M:%S %p");
      case 'R' -> text("%H:%M");
      case 's' -> String.valueOf(time.toEpochSecond());
      case 'S' -> two(time.getSecond());
      case 't' -> "\t";
      case 'T', 'X' -> text("%H:%M:%S");
      case 'u' -> String.valueOf(weekday);
      case 'U' -> two((time.getDayOfYear() + 6 - weekday % 7) / 7);
      case 'V' -> two(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case 'w' -> String.valueOf(weekday % 7);
      case 'W' -> two((time.getDayOfYear() + 6 - (weekday + 6) % 7) / 7);
      case 'y' -> two(time.getYear() % 100);
      case 'Y' -> String.valueOf(time.getYear());
      case 'z' -> naive ? "" : offset();
      case 'Z' -> naive ? "" : zone();
      case '%' -> "%";
      default -> "%" + d;
    };
  }

  private String offset() {
    int minutes = time.getOffset().getTotalSeconds() / 60;
    int size = Math.abs(minutes);
    return (minutes < 0 ? "-" : "+") + two(size / 60) + two(size % 60);
  }

  private String zone() {
    return time.getZone().getId().equals("GMT")
        ? "GMT"
        : DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(time);
  }
}
