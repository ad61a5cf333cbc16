package kit.modules.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kit.spi.PlanException;

/** Rights by what they are on, as Ansible writes them and as the server shows them. */
final class MyGrants {

  private static final String TICKED = "`(?:[^`]|``)*`";

  /** A database and what is in it; the last dot parts them. */
  private static final Pattern NAMES =
      Pattern.compile("(?s)(" + TICKED + "|.+)\\.(" + TICKED + "|[^.]+)");

  private static final Pattern GRANT =
      Pattern.compile(
          "(?s)GRANT (.*?) ON ((?:[A-Z ]+ )?(?:\\*|X)\\.(?:\\*|X)) TO ".replace("X", TICKED));

  private MyGrants() {}

  /** From a text, or a map of what they are on to rights, as Ansible's mysql_user takes both. */
  static Map<String, Set<String>> wanted(Object priv) {
    if (!(priv instanceof Map<?, ?> map)) {
      return wanted(String.valueOf(priv));
    }
    Map<String, Set<String>> grants = new LinkedHashMap<>();
    map.forEach(
        (on, rights) -> {
          Iterable<?> all = rights instanceof Iterable<?> several ? several : List.of(rights);
          all.forEach(each -> add(grants, on + ":" + each));
        });
    return grants;
  }

  /** From {@code db.table:SELECT,INSERT/*.*:USAGE}; on what is spelled as GRANT has it. */
  static Map<String, Set<String>> wanted(String priv) {
    Map<String, Set<String>> grants = new LinkedHashMap<>();
    for (String part : priv.split("/")) {
      add(grants, part);
    }
    return grants;
  }

  private static void add(Map<String, Set<String>> grants, String part) {
    int colon = part.lastIndexOf(':');
    String on = colon < 0 ? "" : part.substring(0, colon).strip();
    if (on.indexOf('.') <= 0) {
      throw new PlanException(
          "'" + part + "' is no grant", "priv: 'shop.*:SELECT,INSERT/*.*:USAGE'");
    }
    Set<String> rights = grants.computeIfAbsent(place(on), key -> new LinkedHashSet<>());
    rights.addAll(rights(part.substring(colon + 1)));
  }

  /** {@code FUNCTION db.f} stays what it is; names get backticks unless they have them. */
  private static String place(String on) {
    String kind = "";
    String rest = on;
    for (String word : List.of("FUNCTION ", "PROCEDURE ", "TABLE ")) {
      if (on.toUpperCase(Locale.ROOT).startsWith(word)) {
        kind = word.equals("TABLE ") ? "" : word;
        rest = on.substring(word.length()).strip();
      }
    }
    Matcher names = NAMES.matcher(rest);
    if (!names.matches()) {
      throw new PlanException("'" + on + "' is no place of a grant", "shop.*, shop.orders, *.*");
    }
    return kind + ticked(names.group(1)) + "." + ticked(names.group(2));
  }

  private static String ticked(String name) {
    return name.equals("*") || name.matches(TICKED) ? name : SqlText.ticked(name);
  }

  /** Commas part them, but not those between the columns of one. */
  private static List<String> rights(String text) {
    List<String> rights = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        rights.add(normal(text.substring(from, i)));
        from = i + 1;
      }
    }
    return rights;
  }

  private static String normal(String right) {
    String text = right.strip();
    int open = text.indexOf('(');
    String word = (open < 0 ? text : text.substring(0, open)).strip().toUpperCase(Locale.ROOT);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c != ' ' && (c < 'A' || c > 'Z')) {
        throw new PlanException("'" + text + "' is no right", "SELECT, INSERT, ALL, GRANT, ...");
      }
    }
    if (word.isEmpty()) {
      throw new PlanException("a right is missing", "shop.*:SELECT,INSERT");
    }
    String columns = open < 0 ? "" : " " + columns(text.substring(open + 1));
    return switch (word) {
      case "ALL", "ALL PRIVILEGES" -> "ALL";
      case "GRANT", "GRANT OPTION" -> "GRANT";
      default -> word + columns;
    };
  }

  /** In their order, since the server shows them in one of its own. */
  private static String columns(String text) {
    int close = text.lastIndexOf(')');
    Set<String> columns = new TreeSet<>();
    for (String each : text.substring(0, close < 0 ? text.length() : close).split(",")) {
      String column = each.strip();
      columns.add(column.matches(TICKED) ? column : SqlText.ticked(column));
    }
    return "(" + String.join(",", columns) + ")";
  }

  /** From the lines of SHOW GRANTS; those of roles and proxies are left out. */
  static Map<String, Set<String>> shown(List<List<String>> lines) {
    Map<String, Set<String>> grants = new LinkedHashMap<>();
    for (List<String> line : lines) {
      String text = line.get(0);
      Matcher grant = GRANT.matcher(text);
      if (!grant.lookingAt() || text.startsWith("GRANT PROXY")) {
        continue;
      }
      Set<String> rights = grants.computeIfAbsent(grant.group(2), key -> new LinkedHashSet<>());
      rights.addAll(rights(grant.group(1)));
      rights.remove("USAGE");
      if (text.endsWith("WITH GRANT OPTION")) {
        rights.add("GRANT");
      }
    }
    grants.values().removeIf(Set::isEmpty);
    return grants;
  }
}
