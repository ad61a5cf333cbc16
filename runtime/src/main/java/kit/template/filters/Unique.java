package kit.template.filters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kit.template.python.Compare;
import kit.template.python.Numbers;
import kit.template.python.Tuple;
import kit.template.python.Types;

/** Items without those that were there before. */
final class Unique {

  private Unique() {}

  static List<Object> of(Collection<?> items, boolean caseCounts, Object attribute) {
    List<Object> keys = AttributePath.keys(items, attribute, null, caseCounts);
    List<Object> out = new ArrayList<>();
    // What cannot be a key is compared as it is, with the case of letters.
    boolean hashed = true;
    for (Object key : keys) {
      hashed = hashed && Types.isHashable(key);
    }
    Set<Object> seen = new HashSet<>();
    List<Object> kept = new ArrayList<>();
    int at = 0;
    for (Object item : items) {
      Object key = keys.get(at++);
      if (hashed ? seen.add(canonical(key)) : !Compare.isIn(kept, attribute == null ? item : key)) {
        out.add(item);
        kept.add(attribute == null ? item : key);
      }
    }
    return out;
  }

  /** A value that equals another's in Java where the two are equal in Python. */
  static Object canonical(Object key) {
    if (key instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (key instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e18) {
      return Numbers.integer(number.longValue());
    }
    if (key instanceof Long number) {
      return Numbers.integer(number);
    }
    if (key instanceof Tuple tuple) {
      List<Object> out = new ArrayList<>();
      for (Object item : tuple) {
        out.add(canonical(item));
      }
      return out;
    }
    return key instanceof CharSequence text ? text.toString() : key;
  }
}
