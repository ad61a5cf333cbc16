package kit.script.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Mistake;
import kit.model.Problem;
import kit.script.language.Shown;
import kit.script.value.Frozen;

/** What a loop goes over. */
final class Loop {

  private Loop() {}

  /** A list's items; a map's entries, each with {@code key} and {@code value}. */
  static List<?> items(Object value, String what, Location where) {
    Object frozen = Frozen.of(value);
    if (frozen instanceof Map<?, ?> map) {
      List<Object> entries = new ArrayList<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("key", entry.getKey());
        item.put("value", entry.getValue());
        entries.add(item);
      }
      return entries;
    }
    if (frozen instanceof Collection<?> items) {
      return new ArrayList<>(items);
    }
    throw new KitException(
        new Problem(
            where, "'" + what + "' wants a list, not " + Shown.of(value), "", Mistake.WRONG_VALUE));
  }
}
