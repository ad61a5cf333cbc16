package kit.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of values whose type is left open: immutable in all depths, all text as Strings. */
final class Plain {

  private Plain() {}

  static Object of(Object value) {
    if (value instanceof CharSequence) {
      return value.toString();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        copy.put(String.valueOf(entry.getKey()), of(entry.getValue()));
      }
      return Collections.unmodifiableMap(copy);
    }
    Collection<?> items = items(value);
    if (items == null) {
      return value;
    }
    List<Object> copy = new ArrayList<>(items.size());
    for (Object item : items) {
      copy.add(of(item));
    }
    return Collections.unmodifiableList(copy);
  }

  /** The items of what is a list to a playbook; null if it is none. */
  static Collection<?> items(Object value) {
    if (value instanceof Object[] array) {
      return Arrays.asList(array);
    }
    return value instanceof Collection<?> collection ? collection : null;
  }
}
