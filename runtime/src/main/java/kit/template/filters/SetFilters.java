package kit.template.filters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kit.template.python.Arithmetic;
import kit.template.python.Compare;
import kit.template.python.Group;
import kit.template.python.Items;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Truth;
import kit.template.python.Tuple;
import kit.template.python.Types;

/** Lists taken as sets, and lists combined. */
final class SetFilters implements Group {
  private static final int LIMIT = 1_000_000;

  @Override
  public Object call(String name, Object[] a) {
    switch (name) {
      case "union":
        boolean hashable = a[0] instanceof CharSequence || a[0] instanceof Tuple;
        Object both =
            hashable ? all(Items.of(a[0]), Items.of(a[1])) : Arithmetic.apply("+", a[0], a[1]);
        return Unique.of(Items.of(both), true, null);
      case "intersect":
        return Unique.of(those(Items.of(a[0]), Items.of(a[1]), true), true, null);
      case "difference":
        return Unique.of(those(Items.of(a[0]), Items.of(a[1]), false), true, null);
      case "symmetric_difference":
        List<Object> shared = those(Items.of(a[0]), Items.of(a[1]), true);
        List<Object> union = Unique.of(all(Items.of(a[0]), Items.of(a[1])), true, null);
        return those(union, shared, false);
      case "zip":
        return zip((Tuple) a[0], null, false);
      case "zip_longest":
        return zip((Tuple) a[0], ((Map<?, ?>) a[1]).get("fillvalue"), true);
      case "product":
        return product((Tuple) a[0], ((Map<?, ?>) a[1]).get("repeat"));
      case "permutations":
        List<?> items = Items.list(a[0]);
        return choose(items, a[1] == null ? items.size() : Numbers.index(a[1]), true);
      case "combinations":
        return choose(Items.list(a[0]), Numbers.index(a[1]), false);
      default:
        int levels = a[1] == null ? Integer.MAX_VALUE : Numbers.index(a[1]);
        return flatten(Items.of(a[0]), levels, Truth.of(a[2]), new ArrayList<>());
    }
  }

  private static List<Object> all(Collection<?> left, Collection<?> right) {
    List<Object> out = new ArrayList<>(left);
    out.addAll(right);
    return out;
  }

  private static List<Object> those(Collection<?> items, Collection<?> others, boolean in) {
    List<Object> out = new ArrayList<>();
    for (Object item : items) {
      if (Compare.isIn(others, item) == in) {
        out.add(item);
      }
    }
    return out;
  }

  private static List<Object> zip(Tuple lists, Object fill, boolean longest) {
    int size = longest ? 0 : Integer.MAX_VALUE;
    List<List<?>> all = new ArrayList<>();
    for (Object list : lists) {
      List<?> items = Items.list(list);
      all.add(items);
      size = longest ? Math.max(size, items.size()) : Math.min(size, items.size());
    }
    List<Object> out = new ArrayList<>();
    for (int i = 0; i < size && !all.isEmpty(); i++) {
      Object[] row = new Object[all.size()];
      for (int j = 0; j < row.length; j++) {
        row[j] = i < all.get(j).size() ? all.get(j).get(i) : fill;
      }
      out.add(Tuple.of(row));
    }
    return out;
  }

  private static List<Object> product(Tuple given, Object repeat) {
    List<Object> lists = new ArrayList<>();
    for (int i = repeat == null ? 1 : Numbers.index(repeat); i > 0; i--) {
      lists.addAll(given);
    }
    List<Object> rows = new ArrayList<>();
    rows.add(Tuple.of());
    for (Object list : lists) {
      List<Object> next = new ArrayList<>();
      Collection<?> items = Items.of(list);
      check((long) rows.size() * items.size());
      for (Object row : rows) {
        for (Object item : items) {
          List<Object> longer = new ArrayList<>((Tuple) row);
          longer.add(item);
          next.add(Tuple.copyOf(longer));
        }
      }
      rows = next;
    }
    return rows;
  }

  private static void check(long size) {
    if (size > LIMIT) {
      throw new PythonError("there are more than " + LIMIT + " combinations");
    }
  }

  private static List<Object> choose(List<?> items, int count, boolean anyOrder) {
    if (count < 0) {
      throw new PythonError("r must be non-negative");
    }
    List<Object> out = new ArrayList<>();
    choose(items, count, anyOrder, new ArrayList<>(), out);
    return out;
  }

  private static void choose(
      List<?> items, int count, boolean anyOrder, List<Integer> taken, List<Object> out) {
    if (taken.size() == count) {
      Object[] row = new Object[count];
      for (int i = 0; i < count; i++) {
        row[i] = items.get(taken.get(i));
      }
      out.add(Tuple.of(row));
      check(out.size());
      return;
    }
    int from = anyOrder || taken.isEmpty() ? 0 : taken.get(taken.size() - 1) + 1;
    for (int i = from; i < items.size(); i++) {
      if (!taken.contains(i)) {
        taken.add(i);
        choose(items, count, anyOrder, taken, out);
        taken.remove(taken.size() - 1);
      }
    }
  }

  private static List<Object> flatten(
      Collection<?> items, int levels, boolean skipNulls, List<Object> out) {
    for (Object item : items) {
      boolean nothing = item == null || "None".equals(item) || "null".equals(item);
      if (skipNulls && nothing) {
        continue;
      }
      if (levels >= 1 && (Types.isList(item) || item instanceof Tuple)) {
        flatten((List<?>) item, levels == Integer.MAX_VALUE ? levels : levels - 1, skipNulls, out);
      } else {
        out.add(item);
      }
    }
    return out;
  }
}
