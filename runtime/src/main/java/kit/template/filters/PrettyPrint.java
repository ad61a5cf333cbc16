package kit.template.filters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.template.python.Chars;
import kit.template.python.PythonError;
import kit.template.python.Sorting;
import kit.template.python.Splits;
import kit.template.python.Text;
import kit.template.python.Tuple;
import kit.template.python.Types;

/** Values on lines of at most 80 columns, dicts in order of their keys. */
final class PrettyPrint {
  private static final int WIDTH = 80;

  private PrettyPrint() {}

  static String of(Object value) {
    StringBuilder out = new StringBuilder();
    write(sorted(value), 0, 0, 1, out);
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

  private static void write(Object value, int indent, int after, int level, StringBuilder out) {
    String whole = Text.repr(value);
    if (indent + Chars.length(whole) + after <= WIDTH) {
      out.append(whole);
    } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      int left = map.size();
      out.append('{');
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = Text.repr(entry.getKey()) + ": ";
        out.append(key);
        int column = indent + 1 + Chars.length(key);
        write(entry.getValue(), column, --left == 0 ? after + 1 : 1, level + 1, out);
        out.append(left == 0 ? "}" : ",\n" + " ".repeat(indent + 1));
      }
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      boolean tuple = value instanceof Tuple;
      int left = list.size();
      out.append(tuple ? '(' : '[');
      for (Object item : list) {
        write(item, indent + 1, --left == 0 ? after + 1 : 1, level + 1, out);
        out.append(left == 0 ? "" : ",\n" + " ".repeat(indent + 1));
      }
      out.append(tuple ? (list.size() == 1 ? ",)" : ")") : "]");
    } else if (value instanceof String text && !text.isEmpty()) {
      boolean alone = level == 1;
      text(text, alone ? indent + 1 : indent, alone ? after + 1 : after, alone, out);
    } else {
      out.append(whole);
    }
  }

  /** A long text as several, one a line; in parentheses where it stands alone. */
  private static void text(String text, int indent, int after, boolean alone, StringBuilder out) {
    List<String> pieces = new ArrayList<>();
    List<Object> lines = Splits.lines(text, true);
    for (int i = 0; i < lines.size(); i++) {
      int room = WIDTH - indent - (i == lines.size() - 1 ? after : 0);
      pieces(lines.get(i).toString(), WIDTH - indent, room, pieces);
    }
    if (pieces.size() == 1) {
      out.append(Text.repr(text));
      return;
    }
    String gap = "\n" + " ".repeat(indent);
    out.append(alone ? "(" : "").append(String.join(gap, pieces)).append(alone ? ")" : "");
  }

  private static void pieces(String line, int width, int last, List<String> out) {
    if (Chars.length(Text.repr(line)) <= last) {
      out.add(Text.repr(line));
      return;
    }
    String current = "";
    int at = 0;
    while (at < line.length()) {
      int end = at;
      while (end < line.length() && !Chars.isSpace(line.charAt(end))) {
        end++;
      }
      while (end < line.length() && Chars.isSpace(line.charAt(end))) {
        end++;
      }
      String longer = current + line.substring(at, end);
      boolean fits = Chars.length(Text.repr(longer)) <= (end == line.length() ? last : width);
      if (!fits && !current.isEmpty()) {
        out.add(Text.repr(current));
      }
      current = fits ? longer : line.substring(at, end);
      at = end;
    }
    out.add(Text.repr(current));
  }
}
