package kit.modules.sql;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import kit.spi.PlanException;

/** Names and texts inside of SQL. */
final class SqlText {

  private static final int LONGEST = 63;

  private SqlText() {}

  /** A name of PostgreSQL in double quotes. */
  static String name(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** A text of PostgreSQL in single quotes, as standard_conforming_strings reads it. */
  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A name of MySQL in backticks. */
  static String ticked(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** A text of MySQL in single quotes. */
  static String escaped(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  /**
   * Refuses what cannot be the name of anything in PostgreSQL, which would cut a longer one short
   * and then not find it again.
   */
  static void checked(String argument, String name) {
    int length = name.getBytes(StandardCharsets.UTF_8).length;
    if (length == 0 || length > LONGEST || name.indexOf('\0') >= 0) {
      throw new PlanException(
          argument + (length == 0 ? " is empty" : " '" + name + "' cannot be a name in PostgreSQL"),
          "a name has 1 to " + LONGEST + " bytes" + (length > LONGEST ? ", not " + length : ""));
    }
  }

  /** Lines that sh hands to a command before them, whatever stands in them. */
  static String here(String lines) {
    String end = "KIT_SQL";
    while (Arrays.asList(lines.split("\n")).contains(end)) {
      end += "_";
    }
    return " <<'" + end + "'\n" + lines + (lines.endsWith("\n") ? "" : "\n") + end + "\n";
  }
}
