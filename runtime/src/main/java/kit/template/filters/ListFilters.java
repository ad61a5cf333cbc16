package kit.template.filters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kit.template.python.Access;
import kit.template.python.Arithmetic;
import kit.template.python.Attributes;
import kit.template.python.Compare;
import kit.template.python.Group;
import kit.template.python.Items;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Sorting;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Tuple;
import kit.template.python.Types;
import kit.template.python.Undefined;

/** Filters that look at a list as a whole, and those that stand in for missing values. */
final class ListFilters implements Group {

  @Override
  public Object call(String name, Object[] a) {
    switch (name) {
      case "default", "d":
        boolean missing = a[0] instanceof Undefined;
        return missing || Truth.of(a[2]) && !Truth.of(a[0]) ? a[1] : a[0];
      case "mandatory":
        return mandatory(a[0], a[1]);
      case "ternary":
        boolean none = a[0] == null && a[3] != null;
        return none ? a[3] : Truth.of(a[0]) ? a[1] : a[2];
      case "bool":
        return bool(a[0]);
      case "type_debug":
        return Types.name(a[0]);
      case "attr":
        return attr(a[0], Text.str(a[1]));
      case "first", "last":
        return end(a[0], name.equals("last"));
      case "length", "count":
        return Items.length(a[0]);
      case "list":
        return Items.copy(a[0]);
      case "join":
        return join(a[0], Text.str(a[1]), a[2]);
      case "sort":
        Collection<?> items = Items.of(a[0]);
        List<Object> keys = AttributePath.sortKeys(items, a[3], Truth.of(a[2]));
        return Sorting.sorted(items, keys, Truth.of(a[1]));
      case "unique":
        return Unique.of(Items.of(a[0]), Truth.of(a[1]), a[2]);
      case "min", "max":
        return best(a, name.equals("max"));
      case "sum":
        return sum(a[0], a[1], a[2]);
      case "batch", "slice":
        return name.equals("batch") ? batch(a) : slice(a);
      case "groupby":
        return Groups.by(Items.of(a[0]), a[1], a[2], Truth.of(a[3]));
      case "reverse":
        return reverse(a[0]);
      case "dictsort":
        return dictsort(a);
      default:
        return items(a[0]);
    }
  }

  private static Object mandatory(Object value, Object message) {
    if (value instanceof Undefined undefined) {
      if (message != null) {
        throw new PythonError(Text.str(message));
      }
      throw undefined.error();
    }
    return value;
  }

  private static Object bool(Object value) {
    if (value == null || value instanceof Boolean) {
      return value;
    }
    if (value instanceof CharSequence text) {
      String word = text.toString().toLowerCase(Locale.ROOT);
      return switch (word) {
        case "yes", "on", "1", "true" -> true;
        default -> false;
      };
    }
    return Compare.equal(value, 1);
  }

  private static Object attr(Object value, String name) {
    Object found = Access.own(value, name);
    return found == Attributes.NONE
        ? Undefined.of("'" + Types.name(value) + "' has no attribute '" + name + "'")
        : found;
  }

  private static Object end(Object value, boolean last) {
    List<?> items = Items.list(value);
    if (items.isEmpty()) {
      return Undefined.of("No " + (last ? "last" : "first") + " item, sequence was empty.");
    }
    return items.get(last ? items.size() - 1 : 0);
  }

  private static String join(Object value, String gap, Object attribute) {
    StringBuilder out = new StringBuilder();
    AttributePath path = attribute == null ? null : new AttributePath(attribute, null);
    boolean first = true;
    for (Object item : Items.of(value)) {
      out.append(first ? "" : gap);
      out.append(Text.str(path == null ? item : path.of(item)));
      first = false;
    }
    return out.toString();
  }

  private static Object best(Object[] a, boolean max) {
    Collection<?> items = Items.of(a[0]);
    List<Object> keys = AttributePath.keys(items, a[2], null, Truth.of(a[1]));
    if (keys.isEmpty()) {
      return Undefined.of("No aggregated item, sequence was empty.");
    }
    Object best = null;
    Object key = null;
    int at = 0;
    for (Object item : items) {
      Object next = keys.get(at);
      if (at == 0 || Compare.holds(max ? ">" : "<", next, key)) {
        best = item;
        key = next;
      }
      at++;
    }
    return best;
  }

  private static Object sum(Object value, Object attribute, Object start) {
    AttributePath path = new AttributePath(attribute, null);
    Object sum = start;
    for (Object item : Items.of(value)) {
      sum = Arithmetic.apply("+", sum, path.of(item));
    }
    return sum;
  }

  // Jinja compares the count with the size, so what is no number never fills a row.
  private static List<Object> batch(Object[] a) {
    List<Object> out = new ArrayList<>();
    List<Object> row = new ArrayList<>();
    int count = Numbers.isInteger(a[1]) ? Numbers.index(a[1]) : -1;
    for (Object item : Items.of(a[0])) {
      if (row.size() == count) {
        out.add(row);
        row = new ArrayList<>();
      }
      row.add(item);
    }
    if (!row.isEmpty()) {
      while (a[2] != null && row.size() < count) {
        row.add(a[2]);
      }
      out.add(row);
    }
    return out;
  }

  private static List<Object> slice(Object[] a) {
    List<?> items = Items.list(a[0]);
    int slices = Numbers.index(a[1]);
    if (slices == 0) {
      throw new PythonError("integer division or modulo by zero");
    }
    int each = items.size() / slices;
    int more = items.size() % slices;
    List<Object> out = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < slices; i++) {
      int to = from + each + (i < more ? 1 : 0);
      List<Object> part = new ArrayList<>(items.subList(from, to));
      if (a[2] != null && i >= more) {
        part.add(a[2]);
      }
      out.add(part);
      from = to;
    }
    return out;
  }

  private static Object reverse(Object value) {
    List<Object> items = Items.copy(value);
    Collections.reverse(items);
    if (!(value instanceof CharSequence)) {
      return items;
    }
    StringBuilder out = new StringBuilder();
    items.forEach(out::append);
    return out.toString();
  }

  private static List<Object> dictsort(Object[] a) {
    String by = Text.str(a[2]);
    if (!by.equals("key") && !by.equals("value")) {
      throw new PythonError("You can only sort by either \"key\" or \"value\"");
    }
    if (!(a[0] instanceof Map<?, ?>)) {
      items(a[0]);
    }
    List<Object> items = items(a[0]);
    List<Object> keys = new ArrayList<>();
    for (Object item : items) {
      Object key = ((Tuple) item).get(by.equals("key") ? 0 : 1);
      keys.add(AttributePath.folded(key, Truth.of(a[1])));
    }
    return Sorting.sorted(items, keys, Truth.of(a[3]));
  }

  private static List<Object> items(Object value) {
    if (value instanceof Undefined) {
      return new ArrayList<>();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new PythonError("Can only get item pairs from a mapping.");
    }
    List<Object> out = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.add(Tuple.of(entry.getKey(), entry.getValue()));
    }
    return out;
  }
}
