package kit.template.filters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kit.template.jmespath.Query;
import kit.template.python.Access;
import kit.template.python.Attributes;
import kit.template.python.Compare;
import kit.template.python.Function;
import kit.template.python.Group;
import kit.template.python.Items;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Regex;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Types;
import kit.template.python.Undefined;

/** Filters of the collections that look deep into values. */
final class UtilsFilters implements Group {

  @Override
  public Object call(String name, Object[] a) {
    if (a[0] instanceof Undefined undefined) {
      throw undefined.error();
    }
    switch (name) {
      case "json_query":
        return Query.of(TextFilters.text(a[1])).in(a[0]);
      case "version_sort":
        List<Object> keys = new ArrayList<>();
        for (Object version : Items.of(a[0])) {
          keys.add(Versions.loose(Text.str(version)));
        }
        return kit.template.python.Sorting.sorted(Items.of(a[0]), keys, Truth.of(a[1]));
      case "get_path":
        return wanted(path(a[0], Text.str(a[1])), a[2]);
      case "to_paths":
        Map<Object, Object> paths = new LinkedHashMap<>();
        paths(a[0], Text.str(a[1]), paths);
        return wanted(paths, a[2]);
      case "index_of":
        return indexOf(a);
      default:
        return keys(name, a[0], a[1], Text.str(a[2]));
    }
  }

  private static Object wanted(Object value, Object list) {
    return Truth.of(list) && !Types.isList(value) ? Collections.singletonList(value) : value;
  }

  private static Object path(Object value, String path) {
    Object found = value;
    int at = 0;
    while (at < path.length()) {
      char c = path.charAt(at);
      int end;
      Object key;
      if (c == '[') {
        end = path.indexOf(']', at);
        String inside = end < 0 ? "" : path.substring(at + 1, end);
        boolean quoted = inside.startsWith("'") || inside.startsWith("\"");
        Object number = Numbers.parse(inside, 10);
        key = quoted ? inside.substring(1, inside.length() - 1) : number == null ? inside : number;
        end = end < 0 ? path.length() : end + 1;
      } else {
        int from = c == '.' ? at + 1 : at;
        end = from;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
          end++;
        }
        String word = path.substring(from, end);
        Object number = Numbers.parse(word, 10);
        key = number != null && Types.isList(found) ? number : word;
      }
      found = Access.item(found, key);
      at = end;
    }
    if (found instanceof Undefined undefined) {
      throw undefined.error();
    }
    return found;
  }

  private static void paths(Object value, String way, Map<Object, Object> out) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = Text.str(entry.getKey());
        boolean plain = key.matches("[A-Za-z_]\\w*");
        String step = plain ? (way.isEmpty() ? key : "." + key) : "['" + key + "']";
        boolean number = !(entry.getKey() instanceof CharSequence);
        paths(entry.getValue(), way + (number ? "[" + key + "]" : step), out);
      }
    } else if (Types.isList(value) && !((List<?>) value).isEmpty()) {
      int at = 0;
      for (Object item : (List<?>) value) {
        paths(item, way + "[" + at++ + "]", out);
      }
    } else {
      out.put(way, value);
    }
  }

  private static Object indexOf(Object[] a) {
    Function test = Tests.find(Text.str(a[1]));
    if (test == null) {
      throw new PythonError("Error the test '" + Text.str(a[1]) + "' was not found");
    }
    if (!Types.isList(a[0])) {
      throw new PythonError("a list was expected, not " + Types.name(a[0]));
    }
    List<Object> found = new ArrayList<>();
    int at = 0;
    for (Object item : (List<?>) a[0]) {
      Object value = a[3] == null ? item : Access.item(item, a[3]);
      if (value instanceof Undefined && !Truth.of(a[4])) {
        at++;
        continue;
      }
      Object[] rest = a[2] == null ? new Object[0] : new Object[] {a[2]};
      if (Truth.of(test.on(value, rest, Map.of()))) {
        found.add(at);
      }
      at++;
    }
    boolean single = found.size() == 1 && !Truth.of(a[5]);
    return single ? found.get(0) : found;
  }

  private static Object keys(String name, Object data, Object target, String how) {
    List<?> targets = Items.list(target);
    if (Types.isList(data)) {
      List<Object> out = new ArrayList<>();
      for (Object item : (List<?>) data) {
        boolean nested = item instanceof Map<?, ?> || Types.isList(item);
        out.add(nested ? keys(name, item, target, how) : item);
      }
      return out;
    }
    if (!(data instanceof Map<?, ?> map)) {
      return data;
    }
    Map<Object, Object> out = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = entry.getKey();
      Object hit = hit(targets, Text.str(key), how);
      Object value = entry.getValue();
      boolean nested = value instanceof Map<?, ?> || Types.isList(value);
      switch (name) {
        case "keep_keys" -> {
          Object inner = nested ? keys(name, value, target, how) : null;
          if (hit != Attributes.NONE) {
            out.put(key, value);
          } else if (nested && Truth.of(inner) && holdsMap(value)) {
            out.put(key, inner);
          }
        }
        case "remove_keys" -> {
          if (hit == Attributes.NONE) {
            out.put(key, nested ? keys(name, value, target, how) : value);
          }
        }
        default -> {
          Object renamed = hit == Attributes.NONE ? key : ((Map<?, ?>) hit).get("after");
          out.put(renamed, nested ? keys(name, value, target, how) : value);
        }
      }
    }
    return out;
  }

  private static boolean holdsMap(Object value) {
    return value instanceof Map<?, ?>
        || value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?>;
  }

  /** The target that a key is meant by. */
  private static Object hit(List<?> targets, String key, String how) {
    for (Object target : targets) {
      Object named = target instanceof Map<?, ?> map ? map.get("before") : target;
      String wanted = Text.str(named);
      boolean is =
          switch (how.toLowerCase(Locale.ROOT)) {
            case "starts_with" -> key.startsWith(wanted);
            case "ends_with" -> key.endsWith(wanted);
            case "regex" -> Regex.of(wanted, false, false).matches(key, "match");
            default -> Compare.equal(key, wanted);
          };
      if (is) {
        return target;
      }
    }
    return Attributes.NONE;
  }
}
