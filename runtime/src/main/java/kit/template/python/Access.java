package kit.template.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.catalog.Suggestion;

/** Attributes and items, looked for as Jinja does: the one, else the other. */
public final class Access {

  private Access() {}

  /** {@code value.name}: a method or attribute, else an item. */
  public static Object attribute(Object value, String name) {
    if (value instanceof Undefined undefined) {
      return missing(undefined);
    }
    Object found = own(value, name);
    if (found != Attributes.NONE) {
      return found;
    }
    if (value instanceof Map<?, ?> map) {
      Object item = map.get(name);
      if (item != null || map.containsKey(name)) {
        return item;
      }
    }
    return Undefined.of(
        Types.object(value) + " has no attribute '" + name + "'", hint(value, name));
  }

  /** {@code value[key]}: an item, else an attribute. */
  public static Object item(Object value, Object key) {
    if (value instanceof Undefined undefined) {
      return missing(undefined);
    }
    if (key instanceof Undefined undefined) {
      throw undefined.error();
    }
    Object found = direct(value, key);
    if (found == Attributes.NONE && key instanceof CharSequence name) {
      found = own(value, name.toString());
    }
    if (found != Attributes.NONE) {
      return found;
    }
    String what = key instanceof CharSequence ? " has no attribute " : " has no element ";
    return Undefined.of(Types.object(value) + what + Text.repr(key), hint(value, Text.str(key)));
  }

  /** The item alone, without attributes; {@link Attributes#NONE} if there is none. */
  public static Object direct(Object value, Object key) {
    if (value instanceof Map<?, ?> map) {
      if (!Types.isHashable(key)) {
        return Attributes.NONE;
      }
      Object plain = key(key);
      Object item = map.get(plain);
      return item != null || map.containsKey(plain) ? item : Attributes.NONE;
    }
    if (key instanceof Slice slice) {
      Object part = slice.of(value);
      return part == null ? Attributes.NONE : part;
    }
    if (!Numbers.isInteger(key)) {
      return Attributes.NONE;
    }
    Object sequence = value instanceof Sequence items ? items.items() : value;
    if (sequence instanceof List<?> list) {
      int at = position(key, list.size());
      return at < 0 ? Attributes.NONE : list.get(at);
    }
    if (value instanceof CharSequence text) {
      String all = text.toString();
      int at = position(key, Chars.length(all));
      return at < 0 ? Attributes.NONE : Chars.part(all, at, at + 1);
    }
    return Attributes.NONE;
  }

  private static int position(Object key, int length) {
    int at = Numbers.index(key);
    at = at < 0 ? at + length : at;
    return at < length ? Math.max(at, -1) : -1;
  }

  /** The key as dicts of the engine hold it, or an error if it cannot be one. */
  public static Object key(Object key) {
    if (key instanceof String || key instanceof Integer) {
      return key;
    }
    if (!Types.isHashable(key)) {
      throw new PythonError("unhashable type: '" + Types.name(key) + "'");
    }
    if (key instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (key instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e18) {
      return Numbers.integer(number.longValue());
    }
    return key instanceof CharSequence text ? text.toString() : key;
  }

  private static Undefined missing(Undefined undefined) {
    if (undefined.isLenient()) {
      throw undefined.error();
    }
    return undefined;
  }

  /** A method or attribute that the type has; {@link Attributes#NONE} if it has none so called. */
  public static Object own(Object value, String name) {
    if (value instanceof Attributes object) {
      return object.attribute(name);
    }
    if (Numbers.isNumber(value)) {
      switch (name) {
        case "real", "numerator":
          return Arithmetic.plus(value);
        case "imag":
          return Numbers.isInteger(value) ? (Object) 0 : (Object) 0.0;
        default:
          break;
      }
    }
    if (value instanceof Tuple tuple && tuple.named(name) != Attributes.NONE) {
      return tuple.named(name);
    }
    Function method = Methods.find(value, name);
    return method == null ? Attributes.NONE : new Method(value, method);
  }

  private static String hint(Object value, String name) {
    if (!(value instanceof Map<?, ?> map) || map.size() > 200) {
      return "";
    }
    List<String> names = new ArrayList<>();
    for (Object key : map.keySet()) {
      names.add(String.valueOf(key));
    }
    String all = names.size() > 20 || names.isEmpty() ? "" : "it has " + String.join(", ", names);
    return Suggestion.hint(name, names, all);
  }
}
