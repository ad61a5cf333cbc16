package kit.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Text that is never rendered ({@code !unsafe}).
 *
 * @param text the text
 */
public record Verbatim(String text) {

  /** A value whose text, however deep in it, is never rendered. */
  public static Object all(Object value) {
    if (value instanceof String text) {
      return text.indexOf('{') < 0 ? text : new Verbatim(text); // else there is nothing to render
    }
    if (value instanceof List<?> items) {
      List<Object> copy = new ArrayList<>(items.size());
      items.forEach(item -> copy.add(all(item)));
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(key, all(item)));
      return copy;
    }
    return value;
  }
}
