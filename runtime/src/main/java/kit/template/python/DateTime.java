package kit.template.python;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A date with a time of day.
 *
 * @param time the date and time
 * @param zone where it is so; null for times that name no zone
 */
public record DateTime(LocalDateTime time, ZoneId zone)
    implements Attributes, Comparable<DateTime> {

  @Override
  public Object attribute(String name) {
    return switch (name) {
      case "year" -> time.getYear();
      case "month" -> time.getMonthValue();
      case "day" -> time.getDayOfMonth();
      case "hour" -> time.getHour();
      case "minute" -> time.getMinute();
      case "second" -> time.getSecond();
      case "microsecond" -> time.getNano() / 1000;
      case "strftime" -> (Callable) (positional, named) -> format(Text.str(positional[0]));
      case "isoformat" ->
          (Callable)
              (positional, named) -> iso(positional.length == 0 ? "T" : Text.str(positional[0]));
      case "timestamp" -> (Callable) (positional, named) -> timestamp();
      case "weekday" -> (Callable) (positional, named) -> time.getDayOfWeek().getValue() - 1;
      case "isoweekday" -> (Callable) (positional, named) -> time.getDayOfWeek().getValue();
      case "date" -> (Callable) (positional, named) -> new Day(time.toLocalDate());
      default -> NONE;
    };
  }

  /** A date without a time; only printed and formatted. */
  private record Day(LocalDate date) implements Attributes {
    @Override
    public Object attribute(String name) {
      return new DateTime(date.atStartOfDay(), null).attribute(name);
    }

    @Override
    public String type() {
      return "datetime.date";
    }

    @Override
    public String toString() {
      return date.toString();
    }
  }

  private double timestamp() {
    ZonedDateTime at = time.atZone(zone == null ? ZoneId.systemDefault() : zone);
    return at.toEpochSecond() + time.getNano() / 1e9;
  }

  /** The text that a format of strftime makes. */
  public String format(String format) {
    return Strftime.format(
        format, time.atZone(zone == null ? ZoneId.systemDefault() : zone), zone == null);
  }

  DateTime plus(long microseconds) {
    return new DateTime(time.plus(microseconds, ChronoUnit.MICROS), zone);
  }

  TimeDelta minus(DateTime other) {
    return new TimeDelta(ChronoUnit.MICROS.between(other.time, time));
  }

  static String padded(long number, int width) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  private String iso(String between) {
    String out =
        padded(time.getYear(), 4)
            + '-'
            + padded(time.getMonthValue(), 2)
            + '-'
            + padded(time.getDayOfMonth(), 2)
            + between
            + padded(time.getHour(), 2)
            + ':'
            + padded(time.getMinute(), 2)
            + ':'
            + padded(time.getSecond(), 2);
    int micros = time.getNano() / 1000;
    return micros == 0 ? out : out + '.' + padded(micros, 6);
  }

  String repr() {
    String out =
        "datetime.datetime("
            + time.getYear()
            + ", "
            + time.getMonthValue()
            + ", "
            + time.getDayOfMonth()
            + ", "
            + time.getHour()
            + ", "
            + time.getMinute();
    int micros = time.getNano() / 1000;
    if (time.getSecond() != 0 || micros != 0) {
      out += ", " + time.getSecond();
    }
    return out + (micros == 0 ? ")" : ", " + micros + ")");
  }

  @Override
  public String type() {
    return "datetime.datetime";
  }

  @Override
  public int compareTo(DateTime other) {
    return time.compareTo(other.time);
  }

  @Override
  public String toString() {
    return iso(" ");
  }
}
