package kit.template.python;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The methods of dicts. */
public final class DictMethods implements Group {
  static final String ALL =
      """
      keys self
      values self
      items self
      get self key default=none
      copy self
      fromkeys self keys value=none
      setdefault self key default=none
      update self other= **named
      pop self key default=
      popitem self
      clear self
      """;

  @Override
  public Object call(String name, Object[] a) {
    Map<?, ?> map = (Map<?, ?>) a[0];
    switch (name) {
      case "keys", "values", "items":
        return new View(map, name);
      case "get":
        Object found = map.get(Access.key(a[1]));
        return found != null || map.containsKey(Access.key(a[1])) ? found : a[2];
      case "copy":
        return new LinkedHashMap<Object, Object>(map);
      case "fromkeys":
        Map<Object, Object> out = new LinkedHashMap<>();
        for (Object key : Items.of(a[1])) {
          out.put(Access.key(key), a[2]);
        }
        return out;
      default:
        try {
          return change(name, own(a[0]), a);
        } catch (UnsupportedOperationException e) {
          throw new PythonError("this dict cannot be changed");
        }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> own(Object map) {
    return (Map<Object, Object>) map;
  }

  private static Object change(String name, Map<Object, Object> map, Object[] a) {
    switch (name) {
      case "setdefault":
        if (!map.containsKey(Access.key(a[1]))) {
          map.put(Access.key(a[1]), a[2]);
        }
        return map.get(Access.key(a[1]));
      case "update":
        if (a[1] != Function.UNSET) {
          map.putAll(dict(a[1]));
        }
        map.putAll(dict(a[2]));
        return null;
      case "pop":
        if (map.containsKey(Access.key(a[1]))) {
          return map.remove(Access.key(a[1]));
        }
        if (a[2] == Function.UNSET) {
          throw new PythonError("KeyError: " + Text.repr(a[1]));
        }
        return a[2];
      case "popitem":
        Object last = null;
        for (Object key : map.keySet()) {
          last = key;
        }
        if (map.isEmpty()) {
          throw new PythonError("popitem(): dictionary is empty");
        }
        return Tuple.of(last, map.remove(last));
      default:
        map.clear();
        return null;
    }
  }

  /** What {@code dict(value)} gives: of a dict or of pairs. */
  public static Map<Object, Object> dict(Object value) {
    Map<Object, Object> out = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      out.putAll(map);
      return out;
    }
    int at = 0;
    for (Object pair : Items.of(value)) {
      if (!(pair instanceof CharSequence) && !(pair instanceof Collection<?>)) {
        throw new PythonError(
            "cannot convert dictionary update sequence element #" + at + " to a sequence");
      }
      List<?> both = Items.list(pair);
      if (both.size() != 2) {
        throw new PythonError(
            "dictionary update sequence element #"
                + at
                + " has length "
                + both.size()
                + "; 2 is required");
      }
      out.put(Access.key(both.get(0)), both.get(1));
      at++;
    }
    return out;
  }
}
