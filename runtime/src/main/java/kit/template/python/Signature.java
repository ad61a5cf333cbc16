package kit.template.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a function, written {@code value width=80 fill=' ' *rest **named}. A default is
 * a number, a quoted text, true, false, none, or nothing for {@link #UNSET}.
 */
final class Signature {
  /** What a parameter is whose default is nothing. */
  static final Object UNSET = new Object();

  private final String function;
  private final String[] names;
  private final Object[] defaults;
  private final int required;
  private final boolean rest;
  private final boolean others;

  Signature(String function, String text) {
    this.function = function;
    List<String> found = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    int needed = 0;
    boolean star = false;
    boolean stars = false;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf(' ', at);
      int quote = text.indexOf('\'', at);
      if (quote >= 0 && quote < end) {
        end = text.indexOf(' ', text.indexOf('\'', quote + 1));
      }
      end = end < 0 ? text.length() : end;
      String one = text.substring(at, end);
      int equals = one.indexOf('=');
      if (one.startsWith("**")) {
        stars = true;
      } else if (one.startsWith("*")) {
        star = true;
      } else {
        found.add(equals < 0 ? one : one.substring(0, equals));
        values.add(equals < 0 ? UNSET : value(one.substring(equals + 1)));
        needed += equals < 0 ? 1 : 0;
      }
      at = end + 1;
    }
    names = found.toArray(new String[0]);
    defaults = values.toArray();
    required = needed;
    rest = star;
    others = stars;
  }

  private static Object value(String text) {
    return switch (text) {
      case "" -> UNSET;
      case "none" -> null;
      case "true" -> true;
      case "false" -> false;
      default ->
          text.charAt(0) == '\''
              ? text.substring(1, text.length() - 1).replace("\\n", "\n")
              : (Object) Integer.valueOf(text);
    };
  }

  /** One argument for each parameter; the rest as a tuple, the named ones as a map. */
  Object[] bind(Object[] positional, Map<String, Object> named) {
    int count = names.length;
    Object[] out = new Object[count + (rest ? 1 : 0) + (others ? 1 : 0)];
    int given = Math.min(positional.length, count);
    System.arraycopy(positional, 0, out, 0, given);
    if (positional.length > count && !rest) {
      throw new PythonError(
          function + "() takes " + count + " arguments but " + positional.length + " were given");
    }
    Map<String, Object> left = named.isEmpty() ? named : new LinkedHashMap<>(named);
    for (int i = given; i < count; i++) {
      boolean present = !left.isEmpty() && left.containsKey(names[i]);
      out[i] = present ? left.remove(names[i]) : defaults[i];
      if (!present && i < required) {
        throw new PythonError(function + "() is missing the argument '" + names[i] + "'");
      }
    }
    if (rest) {
      Object[] tail = new Object[Math.max(0, positional.length - count)];
      System.arraycopy(positional, given, tail, 0, tail.length);
      out[count] = Tuple.of(tail);
    }
    if (others) {
      out[out.length - 1] = left;
    } else if (!left.isEmpty()) {
      throw new PythonError(
          function
              + "() got an unexpected keyword argument '"
              + left.keySet().iterator().next()
              + "'");
    }
    return out;
  }
}
