package kit.template.filters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.template.python.Compare;
import kit.template.python.Items;
import kit.template.python.PythonError;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Tuple;
import kit.template.python.Types;
import kit.template.python.Undefined;

/** Dicts laid over one another. */
final class Merge {

  private Merge() {}

  static Object combine(Tuple terms, Map<?, ?> options) {
    String lists = option(options);
    boolean recursive = Truth.of(options.get("recursive"));
    List<Object> dicts = flat(terms);
    for (Object dict : dicts) {
      check(dict);
    }
    if (dicts.isEmpty()) {
      return new LinkedHashMap<Object, Object>();
    }
    if (dicts.size() == 1) {
      return dicts.get(0);
    }
    Object result = dicts.get(dicts.size() - 1);
    for (int i = dicts.size() - 2; i >= 0; i--) {
      result = merge(dicts.get(i), result, recursive, lists);
    }
    return result;
  }

  private static String option(Map<?, ?> options) {
    for (Object name : options.keySet()) {
      if (!name.equals("recursive") && !name.equals("list_merge")) {
        throw new PythonError(
            "combine has no option '" + name + "'; it takes recursive and list_merge");
      }
    }
    String lists =
        options.containsKey("list_merge") ? Text.str(options.get("list_merge")) : "replace";
    switch (lists) {
      case "replace", "keep", "append", "prepend", "append_rp", "prepend_rp":
        return lists;
      default:
        throw new PythonError(
            "list_merge is one of replace, keep, append, prepend, append_rp and prepend_rp, not '"
                + lists
                + "'");
    }
  }

  private static List<Object> flat(Tuple terms) {
    List<Object> out = new ArrayList<>();
    for (Object term : terms) {
      if (Types.isList(term) || term instanceof Tuple) {
        out.addAll((List<?>) term);
      } else if (term != null) {
        out.add(term);
      }
    }
    return out;
  }

  private static void check(Object value) {
    if (value instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(Merge::check);
    } else if (Types.isList(value)) {
      ((List<?>) value).forEach(Merge::check);
    }
  }

  private static Map<Object, Object> merge(
      Object low, Object high, boolean recursive, String lists) {
    if (!(low instanceof Map<?, ?> x) || !(high instanceof Map<?, ?> y)) {
      throw new PythonError(
          "only dicts can be combined, not " + Types.name(low) + " and " + Types.name(high));
    }
    Map<Object, Object> out = new LinkedHashMap<>(x);
    for (Map.Entry<?, ?> entry : y.entrySet()) {
      Object key = entry.getKey();
      Object value = entry.getValue();
      if (out.containsKey(key)) {
        Object old = out.get(key);
        if (old instanceof Map<?, ?> && value instanceof Map<?, ?>) {
          value = recursive ? merge(old, value, true, lists) : value;
        } else if (Types.isList(old) && Types.isList(value)) {
          value = lists((List<?>) old, (List<?>) value, lists);
        }
      }
      out.put(key, value);
    }
    return out;
  }

  private static List<?> lists(List<?> low, List<?> high, String how) {
    List<Object> rest = new ArrayList<>();
    for (Object item : low) {
      if (!how.endsWith("_rp") || !Compare.isIn(high, item)) {
        rest.add(item);
      }
    }
    List<Object> out = new ArrayList<>();
    switch (how) {
      case "replace":
        return high;
      case "keep":
        return low;
      case "append", "append_rp":
        out.addAll(rest);
        out.addAll(high);
        return out;
      default:
        out.addAll(high);
        out.addAll(rest);
        return out;
    }
  }

  /** Lists of dicts merged where a key has the same value, in order of that value. */
  static Object byKey(Tuple terms, Map<?, ?> options) {
    boolean recursive = Truth.of(options.get("recursive"));
    String lists =
        options.containsKey("list_merge") ? Text.str(options.get("list_merge")) : "replace";
    int last = terms.size() - 1;
    Object key = options.containsKey("index") ? options.get("index") : terms.get(last);
    List<Object> all = new ArrayList<>();
    for (Object term : options.containsKey("index") ? terms : terms.subList(0, last)) {
      for (Object item : Items.of(term)) {
        all.addAll(Types.isList(item) ? (List<?>) item : List.of(item));
      }
    }
    Map<Object, Object> merged = new LinkedHashMap<>();
    for (Object item : all) {
      Object at = ((Map<?, ?>) item).get(key);
      if (at == null) {
        continue;
      }
      Object old = merged.get(at);
      merged.put(at, old == null ? item : merge(old, item, recursive, lists));
    }
    List<Object> keys = new ArrayList<>(merged.keySet());
    return kit.template.python.Sorting.sorted(merged.values(), keys, false);
  }
}
