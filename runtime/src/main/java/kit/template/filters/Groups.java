package kit.template.filters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kit.template.python.Compare;
import kit.template.python.Sorting;
import kit.template.python.Tuple;

/** Items sorted and put together by what they have in common. */
final class Groups {

  private Groups() {}

  static List<Object> by(
      Collection<?> items, Object attribute, Object otherwise, boolean caseCounts) {
    List<Object> keys = AttributePath.keys(items, attribute, otherwise, caseCounts);
    List<Object> pairs = new ArrayList<>();
    int at = 0;
    for (Object item : items) {
      pairs.add(Tuple.of(keys.get(at++), item));
    }
    List<Object> out = new ArrayList<>();
    List<Object> group = new ArrayList<>();
    Object before = null;
    for (Object pair : Sorting.sorted(pairs, keys, false)) {
      Object key = ((Tuple) pair).get(0);
      if (!group.isEmpty() && !Compare.equal(key, before)) {
        out.add(group(group, attribute, otherwise));
        group = new ArrayList<>();
      }
      group.add(((Tuple) pair).get(1));
      before = key;
    }
    if (!group.isEmpty()) {
      out.add(group(group, attribute, otherwise));
    }
    return out;
  }

  private static Tuple group(List<Object> items, Object attribute, Object otherwise) {
    Object shown =
        AttributePath.keys(List.of(List.of(items.get(0)).get(0)), attribute, otherwise, true)
            .get(0);
    return Tuple.pair("grouper", shown, "list", items);
  }
}
