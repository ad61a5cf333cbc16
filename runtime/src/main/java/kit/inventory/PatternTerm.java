package kit.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import kit.model.Location;
import kit.model.Problem;

/**
 * One term of a pattern.
 *
 * @param mark {@code !}, {@code &} or a blank
 * @param expression the name, glob or {@code ~regex}, or what stands in braces
 * @param subscript the positions taken of what matches; null for all
 * @param text the term without its mark
 * @param regex how names are compared; null if the name has to be equal
 * @param where where the pattern stands, or the expression in braces begins
 * @param code whether it is an expression
 */
record PatternTerm(
    char mark,
    String expression,
    Subscript subscript,
    String text,
    Pattern regex,
    Location where,
    boolean code) {

  /** Positions {@code [first]} or {@code [first:last]}; last is -1 for the end. */
  record Subscript(int first, int last, boolean range) {}

  static PatternTerm of(String part, Location where) {
    boolean marked = part.startsWith("!") || part.startsWith("&");
    String text = marked ? part.substring(1) : part;
    if (text.isEmpty()) {
      throw wrong(where, "'" + part + "' names nothing", "put a name behind it");
    }
    if (text.startsWith("{")) {
      return code(part.charAt(0), text, where);
    }
    String expression = text;
    Subscript subscript = null;
    int open = text.startsWith("~") || !text.endsWith("]") ? -1 : text.lastIndexOf('[');
    if (open > 0) {
      subscript = subscript(text.substring(open + 1, text.length() - 1));
      expression = subscript == null ? text : text.substring(0, open);
    }
    Pattern regex = null;
    try {
      if (expression.startsWith("~")) {
        regex = Pattern.compile(expression.substring(1));
      } else if (Glob.isGlob(expression)) {
        regex = Glob.compile(expression);
      }
    } catch (PatternSyntaxException e) {
      throw wrong(where, "'" + text + "' is not a pattern: " + e.getDescription(), "");
    }
    return new PatternTerm(
        marked ? part.charAt(0) : ' ', expression, subscript, text, regex, where, false);
  }

  /** {@code {port > 80}}. */
  private static PatternTerm code(char mark, String text, Location where) {
    boolean closed = Expression.end(text, 0) == text.length() - 1 && text.endsWith("}");
    if (!closed) {
      throw wrong(where, "the { of an expression is not closed", "end it with }");
    }
    return code(mark == '{' ? ' ' : mark, text.substring(1, text.length() - 1), text, where);
  }

  /** A text that is an expression as a whole. */
  static PatternTerm whole(String text, Location begin) {
    return code(' ', text, text, begin);
  }

  private static PatternTerm code(char mark, String expression, String text, Location begin) {
    return new PatternTerm(mark, expression, null, text, null, begin, true);
  }

  /**
   * The terms of a text: at commas if there is one, else at colons that are part of no address; an
   * expression in braces is one.
   */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    if (text.indexOf(',') < 0 && HostAddress.parse(text).known()) {
      parts.add(text.strip());
      return parts;
    }
    boolean commas = hasComma(text);
    StringBuilder part = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? (commas ? ',' : ':') : text.charAt(i);
      int close = c == '[' && !commas ? text.indexOf(']', i) : -1;
      if (c == '{' && Expression.isTerm(text, i)) {
        close = Expression.end(text, i);
      }
      if (close > 0) {
        part.append(text, i, close + 1);
        i = close;
      } else if (commas ? c == ',' : c == ':' || Character.isWhitespace(c)) {
        if (!part.toString().isBlank()) {
          parts.add(part.toString().strip());
        }
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    return parts;
  }

  private static boolean hasComma(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '{' && Expression.isTerm(text, i)) {
        i = Expression.end(text, i);
      } else if (text.charAt(i) == ',') {
        return true;
      }
    }
    return false;
  }

  List<String> hosts(Inventory inventory) {
    if (inventory.hosts().contains(text)) {
      return List.of(text);
    }
    List<String> found = new ArrayList<>();
    boolean grouped = false;
    for (Group group : inventory.groups()) {
      if (matches(group.name())) {
        grouped = true;
        found.addAll(inventory.hostsOf(group.name()));
      }
    }
    if (!grouped || regex != null || expression.indexOf('.') >= 0) {
      for (String host : inventory.hosts()) {
        if (matches(host)) {
          found.add(host);
        }
      }
    }
    Optional<InventoryHost> local = found.isEmpty() ? inventory.host(expression) : Optional.empty();
    if (local.isPresent()) {
      found.add(local.get().name());
    }
    return subscript == null || found.isEmpty() ? found : cut(found);
  }

  /** Whether this is a plain name that nothing has. */
  boolean isUnknown(Inventory inventory) {
    return regex == null
        && !code
        && inventory.host(text).isEmpty()
        && inventory.host(expression).isEmpty()
        && inventory.group(expression).isEmpty();
  }

  private boolean matches(String name) {
    return regex == null ? expression.equals(name) : regex.matcher(name).lookingAt();
  }

  private List<String> cut(List<String> hosts) {
    int size = hosts.size();
    if (!subscript.range()) {
      int index = subscript.first() < 0 ? size + subscript.first() : subscript.first();
      if (index < 0 || index >= size) {
        throw wrong(where, "'" + text + "' is out of range", "there are " + size + " hosts");
      }
      return List.of(hosts.get(index));
    }
    int end = subscript.last() < 0 ? size : Math.min(size, subscript.last() + 1);
    return subscript.first() >= end ? List.of() : hosts.subList(subscript.first(), end);
  }

  /** Reads {@code 3}, {@code -1}, {@code 0:2}, {@code 0-2}, {@code 2:}; null if it is none. */
  private static Subscript subscript(String text) {
    int colon = Math.max(text.indexOf(':'), text.indexOf('-', 1)); // -: an old way, still read
    String first = colon < 0 ? text : text.substring(0, colon);
    String last = colon < 0 ? "" : text.substring(colon + 1);
    boolean negative = colon < 0 && first.startsWith("-");
    if (!isNumber(negative ? first.substring(1) : first) || !last.isEmpty() && !isNumber(last)) {
      return null;
    }
    int from = Integer.parseInt(first);
    // As in Ansible, [0:0] is the first host.
    return new Subscript(from, last.isEmpty() ? -1 : Integer.parseInt(last), colon >= 0);
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() < 10;
  }

  private static NoHostsException wrong(Location where, String message, String hint) {
    return new NoHostsException(new Problem(where, message, hint));
  }
}
