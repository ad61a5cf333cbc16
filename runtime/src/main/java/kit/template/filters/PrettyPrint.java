package kit.template.filters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.template.python.PythonError;
import kit.template.python.Sorting;
import kit.template.python.Text;
import kit.template.python.Tuple;
import kit.template.python.Types;

/** Values on lines of at most 80 columns, dicts in order of their keys. */
final class PrettyPrint {
  private static final int WIDTH = 80;

  private PrettyPrint() {}

  static String of(Object value) {
    StringBuilder out = new StringBuilder();
    write(sorted(value), 0, 0, out);
    return out.toString();
  }

  private static Object sorted(Object value) {
    if (value instanceof Map<?, ?> map) {
      List<Object> keys = new ArrayList<>(map.keySet());
      try {
        keys = Sorting.sorted(keys, false);
      } catch (PythonError e) {
        keys = new ArrayList<>(map.keySet());
      }
      Map<Object, Object> out = new LinkedHashMap<>();
      for (Object key : keys) {
        out.put(key, sorted(map.get(key)));
      }
      return out;
    }
    if (value instanceof Tuple || Types.isList(value)) {
      List<Object> out = new ArrayList<>();
      for (Object item : (List<?>) value) {
        out.add(sorted(item));
      }
      return value instanceof Tuple ? Tuple.copyOf(out) : out;
    }
    return value;
  }

  private static void write(Object value, int indent, int after, StringBuilder out) {
    String whole = Text.repr(value);
    if (indent + whole.length() + after <= WIDTH) {
      out.append(whole);
    } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      int left = map.size();
      out.append('{');
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = Text.repr(entry.getKey()) + ": ";
        out.append(key);
        write(entry.getValue(), indent + 1 + key.length(), --left == 0 ? after + 1 : 1, out);
        out.append(left == 0 ? "}" : ",\n" + " ".repeat(indent + 1));
      }
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      boolean tuple = value instanceof Tuple;
      int left = list.size();
      out.append(tuple ? '(' : '[');
      for (Object item : list) {
        write(item, indent + 1, --left == 0 ? after + 1 : 1, out);
        out.append(left == 0 ? "" : ",\n" + " ".repeat(indent + 1));
      }
      out.append(tuple ? (list.size() == 1 ? ",)" : ")") : "]");
    } else {
      out.append(whole);
    }
  }
}
