package kit.template.filters;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import kit.template.python.Floats;
import kit.template.python.Group;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Strftime;
import kit.template.python.Text;
import kit.template.python.Truth;

/** Times as text, text as times, and lengths of time in other units. */
final class TimeFilters implements Group {

  @Override
  public Object call(String name, Object[] a) {
    switch (name) {
      case "strftime":
        return strftime(Text.str(a[0]), a[1], Truth.of(a[2]));
      case "to_datetime":
        return Strptime.read(TextFilters.text(a[0]), Text.str(a[1]));
      case "to_time_unit":
        return unit(a[0], Text.str(a[1]), (Map<?, ?>) a[2]);
      default:
        String unit = name.substring(3);
        return unit(a[0], unit, (Map<?, ?>) a[1]);
    }
  }

  private static String strftime(String format, Object second, boolean utc) {
    ZoneId zone = ZoneId.of(utc ? "GMT" : ZoneId.systemDefault().getId());
    if (second == null) {
      return Strftime.format(format, ZonedDateTime.now(zone), false);
    }
    Double given =
        second instanceof CharSequence text
            ? Floats.parse(text.toString())
            : Numbers.isNumber(second) ? (Double) Numbers.toDouble(second) : null;
    if (given == null) {
      throw new PythonError("Invalid value for epoch value (" + Text.str(second) + ")");
    }
    Instant instant = Instant.ofEpochSecond((long) Math.floor(given));
    return Strftime.format(format, instant.atZone(zone), false);
  }

  private static double unit(Object value, String unit, Map<?, ?> options) {
    double days = options.containsKey("year") ? Numbers.toDouble(options.get("year")) : 365;
    double month = options.containsKey("month") ? Numbers.toDouble(options.get("month")) : 30;
    double milliseconds = 0;
    for (String part : Text.str(value).trim().split("\\s+")) {
      int end = 0;
      while (end < part.length() && "+-.0123456789".indexOf(part.charAt(end)) >= 0) {
        end++;
      }
      Double number = Floats.parse(part.substring(0, end));
      if (number == null) {
        throw new PythonError(
            "to_time_unit() can't interpret following string: " + Text.str(value));
      }
      milliseconds += number * factor(part.substring(end), month, days);
    }
    double result = milliseconds / factor(unit, month, days);
    return Floats.round(result, 12);
  }

  private static double factor(String unit, double month, double year) {
    double day = 86_400_000;
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "ms", "msec", "msecs", "millisecond", "milliseconds" -> 1;
      case "", "s", "sec", "secs", "second", "seconds" -> 1000;
      case "m", "min", "mins", "minute", "minutes" -> 60_000;
      case "h", "hour", "hours" -> 3_600_000;
      case "d", "day", "days" -> day;
      case "w", "week", "weeks" -> 7 * day;
      case "mo", "month", "months" -> month * day;
      case "y", "year", "years" -> year * day;
      default -> throw new PythonError("to_time_unit() can't interpret the unit '" + unit + "'");
    };
  }
}
