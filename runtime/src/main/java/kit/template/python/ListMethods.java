package kit.template.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The methods of lists and tuples. */
final class ListMethods implements Group {
  static final String TUPLE =
      """
      index self value start=0 stop=none
      count self value
      """;
  static final String ALL =
      TUPLE
          + """
            append self item
            extend self items
            insert self at item
            remove self value
            pop self at=-1
            clear self
            copy self
            reverse self
            sort self key=none reverse=false
            """;

  @Override
  public Object call(String name, Object[] a) {
    List<?> list = (List<?>) a[0];
    switch (name) {
      case "index":
        int start = Math.max(0, from(a[2], list.size()));
        int stop = a[3] == null ? list.size() : Math.min(list.size(), from(a[3], list.size()));
        for (int i = start; i < stop; i++) {
          if (Compare.equal(list.get(i), a[1])) {
            return i;
          }
        }
        throw new PythonError(Text.repr(a[1]) + " is not in " + Types.name(list));
      case "count":
        int found = 0;
        for (Object item : list) {
          found += Compare.equal(item, a[1]) ? 1 : 0;
        }
        return found;
      case "copy":
        return new ArrayList<>(list);
      default:
        try {
          return change(name, own(a[0]), a);
        } catch (UnsupportedOperationException e) {
          throw new PythonError("this list cannot be changed");
        }
    }
  }

  private static int from(Object at, int size) {
    int index = Numbers.index(at);
    return index < 0 ? index + size : index;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> own(Object list) {
    return (List<Object>) list;
  }

  private static Object change(String name, List<Object> list, Object[] a) {
    switch (name) {
      case "append":
        list.add(a[1]);
        return null;
      case "extend":
        list.addAll(new ArrayList<>(Items.of(a[1])));
        return null;
      case "insert":
        int at = Numbers.index(a[1]);
        at = at < 0 ? Math.max(0, at + list.size()) : Math.min(at, list.size());
        list.add(at, a[2]);
        return null;
      case "remove":
        for (int i = 0; i < list.size(); i++) {
          if (Compare.equal(list.get(i), a[1])) {
            list.remove(i);
            return null;
          }
        }
        throw new PythonError("list.remove(x): x not in list");
      case "pop":
        if (list.isEmpty()) {
          throw new PythonError("pop from empty list");
        }
        int which = from(a[1], list.size());
        if (which < 0 || which >= list.size()) {
          throw new PythonError("pop index out of range");
        }
        return list.remove(which);
      case "clear":
        list.clear();
        return null;
      case "reverse":
        Collections.reverse(list);
        return null;
      default:
        List<Object> sorted = Sorting.sorted(list, Truth.of(a[2]));
        list.clear();
        list.addAll(sorted);
        return null;
    }
  }
}
