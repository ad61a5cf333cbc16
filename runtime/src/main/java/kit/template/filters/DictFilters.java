package kit.template.filters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.template.python.Access;
import kit.template.python.Attributes;
import kit.template.python.DictMethods;
import kit.template.python.Group;
import kit.template.python.Items;
import kit.template.python.PythonError;
import kit.template.python.Text;
import kit.template.python.Truth;
import kit.template.python.Tuple;
import kit.template.python.Types;
import kit.template.python.Undefined;

/** Dicts made, merged and turned into lists. */
final class DictFilters implements Group {

  @Override
  public Object call(String name, Object[] a) {
    switch (name) {
      case "combine":
        return Merge.combine((Tuple) a[0], (Map<?, ?>) a[1]);
      case "dict2items":
        return pairs(a[0], a[1], a[2]);
      case "items2dict":
        return dict(a[0], a[1], a[2]);
      case "subelements":
        return subelements(a[0], a[1], Truth.of(a[2]));
      case "extract":
        return extract(a[0], a[1], a[2]);
      case "rekey_on_member":
        return rekey(a[0], a[1], Text.str(a[2]));
      case "dict":
        return DictMethods.dict(a[0]);
      case "dict_kv":
        Map<Object, Object> one = new LinkedHashMap<>();
        one.put(Access.key(a[1]), a[0]);
        return one;
      case "counter":
        Map<Object, Object> counts = new LinkedHashMap<>();
        for (Object item : Items.of(a[0])) {
          counts.merge(Access.key(item), 1, (x, y) -> (int) x + (int) y);
        }
        return counts;
      case "groupby_as_dict":
        Map<Object, Object> groups = new LinkedHashMap<>();
        for (Object item : Items.of(a[0])) {
          groups.put(Access.key(required(item, a[1])), item);
        }
        return groups;
      default:
        return Merge.byKey((Tuple) a[0], (Map<?, ?>) a[1]);
    }
  }

  private static Object required(Object item, Object key) {
    Object found = Access.direct(item, key);
    if (found == Attributes.NONE) {
      throw new PythonError("Attribute not contained in element: " + Text.str(key));
    }
    return found;
  }

  private static void check(Object value) {
    if (value instanceof Undefined undefined) {
      throw undefined.error();
    }
  }

  private static List<Object> pairs(Object value, Object keyName, Object valueName) {
    check(value);
    if (!(value instanceof Map<?, ?> map)) {
      throw new PythonError(
          "dict2items requires a dictionary, got " + Types.name(value) + " instead.");
    }
    List<Object> out = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Map<Object, Object> pair = new LinkedHashMap<>();
      pair.put(keyName, entry.getKey());
      pair.put(valueName, entry.getValue());
      out.add(pair);
    }
    return out;
  }

  private static Map<Object, Object> dict(Object value, Object keyName, Object valueName) {
    check(value);
    if (!Types.isList(value) && !(value instanceof Tuple)) {
      throw new PythonError("items2dict requires a list, got " + Types.name(value) + " instead.");
    }
    Map<Object, Object> out = new LinkedHashMap<>();
    for (Object item : (List<?>) value) {
      Object key = Access.direct(item, keyName);
      Object found = Access.direct(item, valueName);
      if (key == Attributes.NONE || found == Attributes.NONE) {
        throw new PythonError(
            "items2dict requires each dictionary in the list to contain the keys '"
                + Text.str(keyName)
                + "' and '"
                + Text.str(valueName)
                + "'");
      }
      out.put(Access.key(key), found);
    }
    return out;
  }

  private static List<Object> subelements(Object value, Object path, boolean skipMissing) {
    check(value);
    if (!(value instanceof Map<?, ?>) && !Types.isList(value)) {
      throw new PythonError("obj must be a list of dicts or a nested dict");
    }
    List<?> steps =
        path instanceof CharSequence text
            ? List.of(text.toString().split("\\."))
            : Items.list(path);
    List<Object> out = new ArrayList<>();
    for (Object element : value instanceof Map<?, ?> map ? map.values() : Items.of(value)) {
      Object found = element;
      for (Object step : steps) {
        if (!(found instanceof Map<?, ?> map)) {
          throw new PythonError(
              "the key " + step + " should point to a dictionary, got " + Text.repr(found));
        }
        if (!map.containsKey(step)) {
          if (skipMissing) {
            found = List.of();
            break;
          }
          throw new PythonError(
              "could not find '" + step + "' key in iterated item " + Text.repr(found));
        }
        found = map.get(step);
      }
      if (!Types.isList(found)) {
        throw new PythonError("the key should point to a list, got " + Text.repr(found));
      }
      for (Object item : (List<?>) found) {
        out.add(Tuple.of(element, item));
      }
    }
    return out;
  }

  private static Object extract(Object item, Object container, Object more) {
    Object value = Access.item(container, item);
    if (more == null) {
      return value;
    }
    for (Object key : Types.isList(more) ? (List<?>) more : List.of(more)) {
      value = Access.item(value, key);
    }
    return value;
  }

  private static Map<Object, Object> rekey(Object value, Object key, String duplicates) {
    check(value);
    check(key);
    if (!duplicates.equals("error") && !duplicates.equals("overwrite")) {
      throw new PythonError(
          "duplicates parameter to rekey_on_member has unknown value: " + duplicates);
    }
    if (value instanceof CharSequence || !Items.isIterable(value)) {
      throw new PythonError("Type is not a valid list, set, or dict");
    }
    Map<Object, Object> out = new LinkedHashMap<>();
    for (Object item : value instanceof Map<?, ?> map ? map.values() : Items.of(value)) {
      if (!(item instanceof Map<?, ?> map)) {
        throw new PythonError("List item is not a valid dict");
      }
      if (!map.containsKey(key)) {
        throw new PythonError("Key " + Text.str(key) + " was not found");
      }
      Object found = Access.key(map.get(key));
      if (out.containsKey(found) && duplicates.equals("error")) {
        throw new PythonError(
            "Key " + Text.str(found) + " is not unique, cannot correctly turn into dict");
      }
      out.put(found, item);
    }
    return out;
  }
}
