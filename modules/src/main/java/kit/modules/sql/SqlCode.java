package kit.modules.sql;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL whose texts, quoted names and comments are blank, so that what is left is its code; places in
 * it are those of the SQL.
 *
 * @param text of the same length
 */
record SqlCode(String text) {

  private static final Pattern TAG = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\d_]*)?\\$");
  private static final Pattern VERB = Pattern.compile("[A-Za-z]+");

  static SqlCode ofPostgresql(String sql) {
    return of(sql, false);
  }

  static SqlCode ofMysql(String sql) {
    return of(sql, true);
  }

  private static SqlCode of(String sql, boolean mysql) {
    StringBuilder code = new StringBuilder(sql);
    for (int i = 0; i < sql.length(); ) {
      int end = Math.min(end(sql, i, mysql), sql.length());
      for (int j = i; end > i && j < end; j++) {
        code.setCharAt(j, ' ');
      }
      i = Math.max(end, i + 1);
    }
    return new SqlCode(code.toString());
  }

  /** Where what begins here ends, if it is no code; here if it is. */
  private static int end(String sql, int at, boolean mysql) {
    char c = sql.charAt(at);
    if (c == '\'' || c == '"' || mysql && c == '`') {
      boolean escapes =
          mysql ? c != '`' : c == '\'' && at > 0 && "eE".indexOf(sql.charAt(at - 1)) >= 0;
      return quoted(sql, at, escapes);
    }
    boolean dashes = sql.startsWith("--", at) && (!mysql || blank(sql, at + 2));
    if (dashes || mysql && c == '#') {
      int line = sql.indexOf('\n', at);
      return line < 0 ? sql.length() : line;
    }
    if (sql.startsWith("/*", at)) {
      boolean code = mysql && (sql.startsWith("!", at + 2) || sql.startsWith("M!", at + 2));
      return code ? at : comment(sql, at, !mysql);
    }
    if (c == '$' && !mysql) {
      Matcher tag = TAG.matcher(sql).region(at, sql.length());
      int close = tag.lookingAt() ? sql.indexOf(tag.group(), tag.end()) : -1;
      return close < 0 ? at : close + tag.group().length();
    }
    return at;
  }

  private static boolean blank(String sql, int at) {
    return at >= sql.length() || Character.isWhitespace(sql.charAt(at));
  }

  private static int quoted(String sql, int at, boolean escapes) {
    char quote = sql.charAt(at);
    int i = at + 1;
    while (i < sql.length() && sql.charAt(i) != quote) {
      i += escapes && sql.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  private static int comment(String sql, int at, boolean nests) {
    int depth = 1;
    int i = at + 2;
    while (i < sql.length() && depth > 0) {
      boolean closes = sql.startsWith("*/", i);
      boolean opens = nests && sql.startsWith("/*", i);
      depth += closes ? -1 : opens ? 1 : 0;
      i += closes || opens ? 2 : 1;
    }
    return i;
  }

  /** The word that it begins with, in capitals; empty if that is none. */
  String verb() {
    Matcher verb = VERB.matcher(text.strip());
    return verb.lookingAt() ? verb.group().toUpperCase(Locale.ROOT) : "";
  }

  /** Whether it is more than one statement. */
  boolean several() {
    return last() > 0;
  }

  /** Where its last statement begins. */
  int last() {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ';' || blank(text, end - 1))) {
      end--;
    }
    return end == 0 ? 0 : text.lastIndexOf(';', end - 1) + 1;
  }

  /** The SQL without semicolons at its end, which would be statements of nothing. */
  String trimmed(String sql) {
    StringBuilder trimmed = new StringBuilder(sql);
    for (int i = text.length() - 1; i >= 0 && (text.charAt(i) == ';' || blank(text, i)); i--) {
      if (text.charAt(i) == ';') {
        trimmed.setCharAt(i, ' ');
      }
    }
    return trimmed.toString();
  }

  boolean empty() {
    return text.replace(";", "").isBlank();
  }

  /** Whether this regular expression, in small letters, is in it. */
  boolean says(String words) {
    return Pattern.compile("\\b" + words + "\\b").matcher(text.toLowerCase(Locale.ROOT)).find();
  }
}
