package kit.template.tree;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import kit.template.python.DictMethods;
import kit.template.python.Items;
import kit.template.python.PythonError;
import kit.template.python.Types;

/**
 * The arguments of a call.
 *
 * @param positional those without names
 * @param names the names of the others
 * @param named the others
 * @param star what {@code *} stands before; null if nothing does
 * @param stars what {@code **} stands before; null if nothing does
 */
public record Arguments(Expr[] positional, String[] names, Expr[] named, Expr star, Expr stars) {
  private static final Object[] EMPTY = {};
  public static final Arguments NONE =
      new Arguments(new Expr[0], new String[0], new Expr[0], null, null);

  Object[] values(Frame frame) {
    if (positional.length == 0 && star == null) {
      return EMPTY;
    }
    Collection<?> rest = star == null ? java.util.List.of() : rest(star.value(frame));
    Object[] out = new Object[positional.length + rest.size()];
    for (int i = 0; i < positional.length; i++) {
      out[i] = positional[i].value(frame);
    }
    int at = positional.length;
    for (Object item : rest) {
      out[at++] = item;
    }
    return out;
  }

  private static Collection<?> rest(Object value) {
    if (!Items.isIterable(value)) {
      throw new PythonError("Value after * must be an iterable, not " + Types.name(value));
    }
    return Items.of(value);
  }

  Map<String, Object> named(Frame frame) {
    if (named.length == 0 && stars == null) {
      return Map.of();
    }
    Map<String, Object> out = new LinkedHashMap<>();
    for (int i = 0; i < named.length; i++) {
      out.put(names[i], named[i].value(frame));
    }
    if (stars != null) {
      Object value = stars.value(frame);
      if (!(value instanceof Map<?, ?>)) {
        throw new PythonError("argument after ** must be a mapping, not " + Types.name(value));
      }
      for (Map.Entry<Object, Object> entry : DictMethods.dict(value).entrySet()) {
        out.put(String.valueOf(entry.getKey()), entry.getValue());
      }
    }
    return out;
  }
}
