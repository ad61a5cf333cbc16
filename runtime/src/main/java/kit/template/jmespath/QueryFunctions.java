package kit.template.jmespath;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.template.python.Arithmetic;
import kit.template.python.Compare;
import kit.template.python.Floats;
import kit.template.python.Items;
import kit.template.python.JsonWriter;
import kit.template.python.Numbers;
import kit.template.python.PythonError;
import kit.template.python.Sorting;
import kit.template.python.Types;

/**
 * A call of a function of JMESPath.
 *
 * @param name the function
 * @param arguments its arguments
 */
record QueryFunctions(String name, List<Node> arguments) implements Node {

  @Override
  public Object in(Object value) {
    Object[] a = new Object[arguments.size()];
    for (int i = 0; i < a.length; i++) {
      Node argument = arguments.get(i);
      a[i] = argument instanceof Nodes.Reference ? argument : argument.in(value);
    }
    check(a);
    return call(a);
  }

  /** The kinds of arguments: n number, s text, a list, o object, r reference, x anything. */
  private String kinds() {
    return switch (name) {
      case "abs", "ceil", "floor" -> "n";
      case "avg", "sum", "max", "min", "sort" -> "a";
      case "contains" -> "lx";
      case "ends_with", "starts_with" -> "ss";
      case "join" -> "sa";
      case "keys", "values" -> "o";
      case "length" -> "c";
      case "map" -> "ra";
      case "max_by", "min_by", "sort_by" -> "ar";
      case "merge", "not_null" -> "*";
      case "reverse" -> "l";
      case "to_array", "to_number", "to_string", "type" -> "x";
      default -> throw new PythonError("Unknown function: " + name + "()");
    };
  }

  private void check(Object[] a) {
    String kinds = kinds();
    if (kinds.equals("*")) {
      return;
    }
    if (a.length != kinds.length()) {
      throw new PythonError(
          "Expected "
              + kinds.length()
              + " arguments for function "
              + name
              + "(), received "
              + a.length);
    }
    for (int i = 0; i < a.length; i++) {
      Object v = a[i];
      boolean text = v instanceof CharSequence;
      boolean fits =
          switch (kinds.charAt(i)) {
            case 'n' -> Nodes.isNumber(v);
            case 's' -> text;
            case 'a' -> v instanceof List<?>;
            case 'l' -> text || v instanceof List<?>;
            case 'c' -> text || v instanceof List<?> || v instanceof Map<?, ?>;
            case 'o' -> v instanceof Map<?, ?>;
            case 'r' -> v instanceof Nodes.Reference;
            default -> true;
          };
      if (!fits) {
        throw new PythonError(
            "In function " + name + "(), invalid type for value, it is of type " + Types.name(v));
      }
    }
  }

  private Object call(Object[] a) {
    switch (name) {
      case "abs":
        return Numbers.toDouble(a[0]) < 0 ? Arithmetic.negate(a[0]) : a[0];
      case "ceil":
        return Numbers.truncate(Math.ceil(Numbers.toDouble(a[0])));
      case "floor":
        return Numbers.truncate(Math.floor(Numbers.toDouble(a[0])));
      case "sum":
        return sum((List<?>) a[0]);
      case "avg":
        List<?> all = (List<?>) a[0];
        return all.isEmpty() ? null : Arithmetic.apply("/", sum(all), all.size());
      case "max", "min":
        return best((List<?>) a[0], (List<?>) a[0]);
      case "max_by", "min_by":
        return best((List<?>) a[0], keys((List<?>) a[0], a[1]));
      case "sort":
        return Sorting.sorted((List<?>) a[0], false);
      case "sort_by":
        return Sorting.sorted((List<?>) a[0], keys((List<?>) a[0], a[1]), false);
      case "contains":
        boolean text = a[0] instanceof CharSequence;
        return (!text || a[1] instanceof CharSequence) && Compare.contains(a[0], a[1]);
      case "ends_with":
        return a[0].toString().endsWith(a[1].toString());
      case "starts_with":
        return a[0].toString().startsWith(a[1].toString());
      case "join":
        return join(a[0].toString(), (List<?>) a[1]);
      case "keys":
        return new ArrayList<Object>(((Map<?, ?>) a[0]).keySet());
      case "values":
        return new ArrayList<Object>(((Map<?, ?>) a[0]).values());
      case "length":
        return Items.length(a[0]);
      case "map":
        return keys((List<?>) a[1], a[0]);
      case "merge":
        Map<Object, Object> merged = new LinkedHashMap<>();
        for (Object map : a) {
          merged.putAll((Map<?, ?>) map);
        }
        return merged;
      case "not_null":
        for (Object one : a) {
          if (one != null) {
            return one;
          }
        }
        return null;
      case "reverse":
        return reverse(a[0]);
      default:
        return convert(a[0]);
    }
  }

  private Object convert(Object value) {
    boolean text = value instanceof CharSequence;
    return switch (name) {
      case "to_array" -> value instanceof List<?> ? value : Collections.singletonList(value);
      case "to_number" -> {
        Object whole = text ? Numbers.parse(value.toString(), 10) : null;
        boolean number = Nodes.isNumber(value);
        yield number ? value : whole == null && text ? Floats.parse(value.toString()) : whole;
      }
      case "to_string" -> text ? value : new JsonWriter(null, false, true, ",", ":").write(value);
      default -> type(value);
    };
  }

  private static String type(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    if (value instanceof CharSequence) {
      return "string";
    }
    return value instanceof Number ? "number" : value instanceof List<?> ? "array" : "object";
  }

  private static Object sum(List<?> items) {
    Object sum = 0;
    for (Object item : items) {
      sum = Arithmetic.apply("+", sum, item);
    }
    return sum;
  }

  private static List<Object> keys(List<?> items, Object reference) {
    List<Object> out = new ArrayList<>();
    for (Object item : items) {
      out.add(((Nodes.Reference) reference).expression().in(item));
    }
    return out;
  }

  private Object best(List<?> items, List<?> keys) {
    Object best = null;
    Object key = null;
    for (int i = 0; i < items.size(); i++) {
      if (i == 0 || Compare.holds(name.startsWith("max") ? ">" : "<", keys.get(i), key)) {
        best = items.get(i);
        key = keys.get(i);
      }
    }
    return best;
  }

  private static String join(String gap, List<?> items) {
    StringBuilder out = new StringBuilder();
    boolean first = true;
    for (Object item : items) {
      if (!(item instanceof CharSequence)) {
        throw new PythonError("In function join(), invalid type for value, it is no text");
      }
      out.append(first ? "" : gap).append(item);
      first = false;
    }
    return out.toString();
  }

  private static Object reverse(Object value) {
    if (value instanceof CharSequence text) {
      return new StringBuilder(text).reverse().toString();
    }
    List<Object> out = new ArrayList<>((List<?>) value);
    Collections.reverse(out);
    return out;
  }
}
