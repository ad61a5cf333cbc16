package kit.template.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Order of values by Python's rules. */
public final class Sorting {

  private Sorting() {}

  public static List<Object> sorted(Collection<?> items, boolean reverse) {
    return sorted(items, items, reverse);
  }

  /** The items in the order of their keys; equal ones stay as they are, also when reversed. */
  public static List<Object> sorted(Collection<?> items, Collection<?> keys, boolean reverse) {
    List<Object[]> pairs = new ArrayList<>(items.size());
    java.util.Iterator<?> key = keys.iterator();
    for (Object item : items) {
      pairs.add(new Object[] {key.next(), item});
    }
    if (reverse) {
      Collections.reverse(pairs);
    }
    try {
      pairs.sort((left, right) -> order(left[0], right[0]));
    } catch (IllegalArgumentException e) {
      throw new PythonError("the values have no order");
    }
    if (reverse) {
      Collections.reverse(pairs);
    }
    List<Object> out = new ArrayList<>(pairs.size());
    for (Object[] pair : pairs) {
      out.add(pair[1]);
    }
    return out;
  }

  private static int order(Object left, Object right) {
    int order = Compare.order(left, right, "<");
    return Numbers.isNan(left) || Numbers.isNan(right) ? 0 : order;
  }
}
