package kit.script.value;

import groovy.lang.GString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Read-only copies of collections in all depths, with all text as Strings. */
public final class Frozen {

  private Frozen() {}

  public static Object of(Object value) {
    if (value instanceof GString) {
      return Text.of(value);
    }
    if (value instanceof ResultObject result) {
      throw result.noValue();
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof Set<?> set) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(list(set)));
    }
    if (value instanceof Collection<?> items) {
      return list(items);
    }
    return value instanceof Object[] items ? list(Arrays.asList(items)) : value;
  }

  private static Map<Object, Object> map(Map<?, ?> map) {
    Map<Object, Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      copy.put(of(entry.getKey()), of(entry.getValue()));
    }
    return Collections.unmodifiableMap(copy);
  }

  private static List<Object> list(Collection<?> items) {
    List<Object> copy = new ArrayList<>(items.size());
    for (Object item : items) {
      copy.add(of(item));
    }
    return Collections.unmodifiableList(copy);
  }
}
