package kit.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Conversion to a map with text as keys, in the order given.
 *
 * @param value conversion of each value
 */
record MapOf(Conversion value) implements Conversion {

  @Override
  public Map<String, Object> convert(Object given) {
    if (!(given instanceof Map<?, ?> map)) {
      throw Mismatch.wants(wanted(), given);
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = String.valueOf(entry.getKey());
      try {
        copy.put(key, value.convert(entry.getValue()));
      } catch (Mismatch e) {
        throw e.within("'" + key + "' in ");
      }
    }
    return Collections.unmodifiableMap(copy);
  }

  @Override
  public String wanted() {
    return value == Scalar.ANYTHING ? "a map" : "a map of " + value.plural();
  }

  @Override
  public String plural() {
    return value == Scalar.ANYTHING ? "maps" : "maps of " + value.plural();
  }
}
