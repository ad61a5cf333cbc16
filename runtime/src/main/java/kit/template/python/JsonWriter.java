package kit.template.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * JSON as Python's {@code json.dumps} writes it.
 *
 * @param indent how deep each level stands; null for all on one line
 * @param sortKeys whether maps are sorted by key
 * @param ascii whether other characters are escaped
 * @param comma what stands between items
 * @param colon what stands between key and value
 */
public record JsonWriter(
    String indent, boolean sortKeys, boolean ascii, String comma, String colon) {
  private static final int DEPTH = 500;

  public String write(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out, 0);
    return out.toString();
  }

  private void write(Object value, StringBuilder out, int depth) {
    if (depth > DEPTH) {
      throw new PythonError("Circular reference detected");
    }
    if (value == null) {
      out.append("null");
    } else if (value instanceof Boolean flag) {
      out.append(flag);
    } else if (value instanceof CharSequence text) {
      quote(text.toString(), out);
    } else if (Numbers.isInteger(value)) {
      out.append(value);
    } else if (value instanceof Number number) {
      out.append(number(number.doubleValue()));
    } else if (value instanceof Map<?, ?> map) {
      map(map, out, depth);
    } else if (Types.isList(value) || value instanceof Tuple) {
      list((List<?>) value, out, depth);
    } else if (value instanceof DateTime time) {
      quote(time.toString().replace(' ', 'T'), out);
    } else if (value instanceof Undefined undefined) {
      throw undefined.error();
    } else {
      throw new PythonError("Object of type " + Types.name(value) + " is not JSON serializable");
    }
  }

  private static String number(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    return Double.isInfinite(number)
        ? (number > 0 ? "Infinity" : "-Infinity")
        : Floats.repr(number);
  }

  private void map(Map<?, ?> map, StringBuilder out, int depth) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    Iterable<?> keys =
        sortKeys ? Sorting.sorted(new ArrayList<>(map.keySet()), false) : map.keySet();
    out.append('{');
    boolean first = true;
    for (Object key : keys) {
      out.append(first ? "" : comma);
      line(out, depth + 1);
      quote(key(key), out);
      out.append(colon);
      write(map.get(key), out, depth + 1);
      first = false;
    }
    line(out, depth);
    out.append('}');
  }

  private static String key(Object key) {
    if (key instanceof CharSequence || Numbers.isNumber(key) || key == null) {
      boolean word = key == null || key instanceof Boolean;
      return key instanceof Double number
          ? number(number)
          : word ? String.valueOf(key) : key.toString();
    }
    throw new PythonError("keys must be str, int, float, bool or None, not " + Types.name(key));
  }

  private void list(List<?> list, StringBuilder out, int depth) {
    if (list.isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    boolean first = true;
    for (Object item : list) {
      out.append(first ? "" : comma);
      line(out, depth + 1);
      write(item, out, depth + 1);
      first = false;
    }
    line(out, depth);
    out.append(']');
  }

  private void line(StringBuilder out, int depth) {
    if (indent != null) {
      out.append('\n').append(indent.repeat(depth));
    }
  }

  private void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int plain = "\"\\\n\r\t\b\f".indexOf(c);
      if (plain >= 0) {
        out.append('\\').append("\"\\nrtbf".charAt(plain));
      } else if (c < ' ' || ascii && c > 126) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(Character.forDigit(c >> shift & 15, 16));
        }
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
