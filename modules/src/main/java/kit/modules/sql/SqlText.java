package kit.modules.sql;

/** Names and texts inside of SQL. */
final class SqlText {

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
}
