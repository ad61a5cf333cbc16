package kit.template.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a value holds when it is gone through. */
public final class Items {

  private Items() {}

  /** The items; the value itself where it is a collection already. */
  public static Collection<?> of(Object value) {
    Collection<?> items = orNull(value);
    if (items == null) {
      throw new PythonError("'" + Types.name(value) + "' object is not iterable");
    }
    return items;
  }

  /** The items by position. */
  public static List<?> list(Object value) {
    Collection<?> items = of(value);
    return items instanceof List<?> list ? list : new ArrayList<>(items);
  }

  /** A new list of the items. */
  public static List<Object> copy(Object value) {
    return new ArrayList<>(of(value));
  }

  public static boolean isIterable(Object value) {
    return value instanceof Undefined || orNull(value) != null;
  }

  /** How many items there are. */
  public static int length(Object value) {
    if (value instanceof CharSequence text) {
      return Chars.length(text.toString());
    }
    if (value instanceof Bytes bytes) {
      return bytes.content().length;
    }
    Collection<?> items = orNull(value);
    if (items == null) {
      throw new PythonError("object of type '" + Types.name(value) + "' has no len()");
    }
    return items.size();
  }

  private static Collection<?> orNull(Object value) {
    if (value instanceof Collection<?> items) {
      return items;
    }
    if (value instanceof Map<?, ?> map) {
      return map.keySet();
    }
    if (value instanceof CharSequence text) {
      return Chars.list(text.toString());
    }
    if (value instanceof Undefined undefined) {
      undefined.check();
      return List.of();
    }
    return value instanceof Sequence sequence ? sequence.items() : null;
  }
}
