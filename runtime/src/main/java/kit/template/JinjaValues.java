package kit.template;

import com.hubspot.jinjava.objects.SafeString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of jinjava's own types as plain ones. */
final class JinjaValues {

  private JinjaValues() {}

  static Object plain(Object value) {
    if (value instanceof JinjaNone) {
      return null;
    }
    if (value instanceof SafeString safe) {
      return safe.getValue();
    }
    if (value instanceof Long number && number == number.intValue()) {
      return number.intValue();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> out = new LinkedHashMap<>();
      map.forEach((key, item) -> out.put(plain(key), plain(item)));
      return out;
    }
    if (value instanceof Iterable<?> items) {
      List<Object> out = new ArrayList<>();
      items.forEach(item -> out.add(plain(item)));
      return out;
    }
    return value;
  }
}
