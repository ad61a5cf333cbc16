package kit.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.inventory.Suggestion;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.vars.Scope;

/**
 * A name and the way down from it: {@code site.hosts[0]['name']}.
 *
 * @param name the variable
 * @param steps keys (String) and positions (Integer)
 * @param where where it stands
 */
record ValuePath(String name, List<Object> steps, Location where) {
  private static final List<String> WORDS =
      List.of(
          "true",
          "false",
          "none",
          "True",
          "False",
          "None",
          "not",
          "and",
          "or",
          "in",
          "is",
          "if",
          "else",
          "loop",
          "self",
          "super",
          "caller",
          "range",
          "dict",
          "lookup",
          "query",
          "q",
          "namespace",
          "cycler",
          "joiner",
          "lipsum",
          "omit",
          "undef",
          "now");

  /** The path, or null if the expression is anything else. */
  static ValuePath parse(String expression, Location where) {
    String text = expression.strip();
    int at = word(text, 0);
    if (at == 0 || WORDS.contains(text.substring(0, at))) {
      return null;
    }
    String name = text.substring(0, at);
    List<Object> steps = new ArrayList<>(2);
    while (at < text.length()) {
      int end;
      if (text.charAt(at) == '.') {
        end = word(text, at + 1);
        if (end == at + 1) {
          return null;
        }
        steps.add(text.substring(at + 1, end));
      } else {
        end = text.charAt(at) == '[' ? text.indexOf(']', at) + 1 : 0;
        Object key = end == 0 ? null : key(text.substring(at + 1, end - 1));
        if (key == null) {
          return null;
        }
        steps.add(key);
      }
      at = end;
    }
    return new ValuePath(name, steps, where);
  }

  /** The path that an expression begins with; null if it begins with anything else. */
  static ValuePath first(String expression, Location where) {
    String text = expression.strip();
    int at = word(text, 0);
    while (at < text.length() && text.charAt(at) == '.' && word(text, at + 1) > at + 1) {
      at = word(text, at + 1);
    }
    return parse(text.substring(0, at), where);
  }

  private static Object key(String text) {
    if (text.length() > 2 && (text.charAt(0) == '\'' || text.charAt(0) == '"')) {
      String inside = text.substring(1, text.length() - 1);
      boolean plain = inside.indexOf(text.charAt(0)) < 0 && inside.indexOf('\\') < 0;
      return plain && text.charAt(text.length() - 1) == text.charAt(0) ? inside : null;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return null;
      }
    }
    return text.isEmpty() || text.length() > 9 ? null : Integer.valueOf(text);
  }

  private static int word(String text, int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean letter = c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!letter && (at == from || c < '0' || c > '9')) {
        break;
      }
      at++;
    }
    return at;
  }

  /** The value here. */
  Object in(Scope scope) {
    Object value = scope.get(name, where);
    String way = name;
    for (Object step : steps) {
      if (value instanceof Map<?, ?> map && map.containsKey(step)) {
        value = map.get(step);
      } else if (value instanceof List<?> list
          && step instanceof Integer index
          && index < list.size()) {
        value = list.get(index);
      } else {
        throw missing(value, way, step);
      }
      way += step instanceof Integer ? "[" + step + "]" : "." + step;
    }
    return value;
  }

  private KitException missing(Object value, String way, Object step) {
    List<String> names = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(key -> names.add(String.valueOf(key)));
    }
    String otherwise = names.isEmpty() ? "" : "it has " + String.join(", ", names);
    return new KitException(
        new Problem(
            where,
            "'"
                + way
                + "' has no "
                + (step instanceof Integer ? "item " : "'")
                + step
                + (step instanceof Integer ? "" : "'"),
            Suggestion.of(String.valueOf(step), names, otherwise)));
  }
}
