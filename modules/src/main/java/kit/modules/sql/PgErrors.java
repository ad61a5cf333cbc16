package kit.modules.sql;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What psql complains of when it reads a file. */
final class PgErrors {

  private static final Pattern LINE =
      Pattern.compile("^psql:<stdin>:(\\d+): (\\S+): +", Pattern.MULTILINE);

  private PgErrors() {}

  /**
   * The first of each line, without its prefix. The server says in its own language how bad it is;
   * what it calls a remark in English is left out.
   */
  static Map<Integer, String> byLine(String text) {
    Map<Integer, String> errors = new TreeMap<>();
    Matcher matcher = LINE.matcher(text);
    int line = 0;
    int from = -1;
    while (matcher.find()) {
      add(errors, line, from < 0 ? "" : text.substring(from, matcher.start()));
      line = Integer.parseInt(matcher.group(1));
      from = remark(matcher.group(2)) ? -1 : matcher.end();
    }
    add(errors, line, from < 0 ? "" : text.substring(from));
    return errors;
  }

  /** The first complaint of lines after one and up to another; empty if there is none. */
  static String between(Map<Integer, String> errors, int after, int last) {
    for (Map.Entry<Integer, String> each : errors.entrySet()) {
      if (each.getKey() > after && each.getKey() <= last) {
        return each.getValue();
      }
    }
    return "";
  }

  private static void add(Map<Integer, String> errors, int line, String error) {
    if (!error.isBlank()) {
      errors.putIfAbsent(line, error.strip());
    }
  }

  private static boolean remark(String word) {
    return switch (word) {
      case "WARNING", "NOTICE", "INFO", "LOG", "DEBUG" -> true;
      default -> false;
    };
  }
}
