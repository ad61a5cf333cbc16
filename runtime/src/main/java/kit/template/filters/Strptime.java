package kit.template.filters;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import kit.template.python.DateTime;
import kit.template.python.PythonError;

/** Reads times by the directives of strptime. */
final class Strptime {
  private static final String[] MONTHS = {
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december"
  };
  private static final String[] DAYS = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
  };

  private final String text;
  private final String format;
  private int at;
  private int year = 1900;
  private int month = 1;
  private int day = 1;
  private int dayOfYear;
  private int hour;
  private int minute;
  private int second;
  private int micros;
  private int afternoon = -1;

  private Strptime(String text, String format) {
    this.text = text;
    this.format = format;
  }

  static DateTime read(String text, String format) {
    Strptime reader = new Strptime(text, format);
    reader.all(format);
    if (reader.at < text.length()) {
      throw new PythonError("unconverted data remains: " + text.substring(reader.at));
    }
    return reader.result();
  }

  private PythonError wrong() {
    return new PythonError("time data '" + text + "' does not match format '" + format + "'");
  }

  private DateTime result() {
    int hours = afternoon < 0 ? hour : hour % 12 + 12 * afternoon;
    try {
      LocalDate date =
          dayOfYear > 0 ? LocalDate.ofYearDay(year, dayOfYear) : LocalDate.of(year, month, day);
      return new DateTime(
          LocalDateTime.of(date, java.time.LocalTime.of(hours, minute, second, micros * 1000)),
          null);
    } catch (DateTimeException e) {
      throw wrong();
    }
  }

  private void all(String directives) {
    for (int i = 0; i < directives.length(); i++) {
      char c = directives.charAt(i);
      if (c == '%' && i + 1 < directives.length()) {
        directive(directives.charAt(++i));
      } else if (Character.isWhitespace(c)) {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
          at++;
        }
      } else {
        literal(c);
      }
    }
  }

  private void literal(char c) {
    if (at >= text.length() || Character.toLowerCase(text.charAt(at)) != Character.toLowerCase(c)) {
      throw wrong();
    }
    at++;
  }

  private void directive(char d) {
    switch (d) {
      case 'Y' -> year = number(4, 4);
      case 'y' -> {
        int two = number(2, 2);
        year = two < 69 ? 2000 + two : 1900 + two;
      }
      case 'm' -> month = number(1, 2);
      case 'd', 'e' -> {
        at += text.startsWith(" ", at) ? 1 : 0;
        day = number(1, 2);
      }
      case 'j' -> dayOfYear = number(1, 3);
      case 'H' -> hour = number(1, 2);
      case 'I' -> hour = number(1, 2);
      case 'M' -> minute = number(1, 2);
      case 'S' -> second = number(1, 2);
      case 'f' -> {
        int from = at;
        micros = number(1, 6);
        for (int i = at - from; i < 6; i++) {
          micros *= 10;
        }
      }
      case 'b', 'h', 'B' -> month = 1 + word(MONTHS);
      case 'a', 'A' -> word(DAYS);
      case 'p' -> afternoon = word(new String[] {"am", "pm"});
      case 'z' -> offset();
      case 'Z' -> {
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
          at++;
        }
      }
      case 'T' -> all("%H:%M:%S");
      case 'F' -> all("%Y-%m-%d");
      case 'D' -> all("%m/%d/%y");
      case 'R' -> all("%H:%M");
      case '%' -> literal('%');
      default -> throw new PythonError("'" + d + "' is a bad directive in format '" + format + "'");
    }
  }

  private void offset() {
    if (text.startsWith("Z", at)) {
      at++;
      return;
    }
    at++;
    number(2, 2);
    at += text.startsWith(":", at) ? 1 : 0;
    number(2, 2);
  }

  private int number(int least, int most) {
    int from = at;
    while (at < text.length() && at - from < most && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at - from < least) {
      throw wrong();
    }
    return Integer.parseInt(text.substring(from, at));
  }

  /** Which of the words stands here, whole or by its first three letters. */
  private int word(String[] words) {
    String rest = text.substring(Math.min(at, text.length())).toLowerCase(Locale.ROOT);
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      boolean whole = rest.startsWith(word);
      if (whole || rest.startsWith(word.substring(0, Math.min(3, word.length())))) {
        at += whole ? word.length() : 3;
        return i;
      }
    }
    throw wrong();
  }
}
