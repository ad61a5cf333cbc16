package kit.template.python;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Values as Python prints them: {@code True}, {@code None}, {@code ['a', 1]}. */
public final class Text {

  private Text() {}

  /** What {@code str(value)} gives. */
  public static String str(Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Integer number) {
      return number.toString();
    }
    if (value instanceof CharSequence
        || value instanceof Undefined
        || value instanceof DateTime
        || value instanceof TimeDelta) {
      return value.toString();
    }
    StringBuilder out = new StringBuilder();
    repr(value, out);
    return out.toString();
  }

  public static String repr(Object value) {
    StringBuilder out = new StringBuilder();
    repr(value, out);
    return out.toString();
  }

  private static void repr(Object value, StringBuilder out) {
    if (value == null) {
      out.append("None");
    } else if (value instanceof Boolean flag) {
      out.append(flag ? "True" : "False");
    } else if (value instanceof String text) {
      quote(text, out);
    } else if (value instanceof Markup markup) {
      out.append("Markup(");
      quote(markup.text(), out);
      out.append(')');
    } else if (value instanceof Double || value instanceof Float) {
      out.append(Floats.repr(((Number) value).doubleValue()));
    } else if (value instanceof Map<?, ?> map) {
      map(map, out);
    } else if (value instanceof Range || value instanceof Number) {
      out.append(value);
    } else if (value instanceof Tuple tuple) {
      items(tuple, "(", tuple.size() == 1 ? ",)" : ")", out);
    } else if (value instanceof List<?> list) {
      items(list, "[", "]", out);
    } else if (value instanceof View view) {
      items(view, "dict_" + view.kind() + "([", "])", out);
    } else if (value instanceof Undefined undefined) {
      undefined.check();
      out.append("Undefined");
    } else if (value instanceof DateTime time) {
      out.append(time.repr());
    } else if (value instanceof TimeDelta delta) {
      out.append(delta.repr());
    } else {
      out.append(value);
    }
  }

  private static void map(Map<?, ?> map, StringBuilder out) {
    out.append('{');
    String gap = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(gap);
      repr(entry.getKey(), out);
      out.append(": ");
      Object value = entry.getValue();
      if (value == map) {
        out.append("{...}");
      } else {
        repr(value, out);
      }
      gap = ", ";
    }
    out.append('}');
  }

  private static void items(Collection<?> items, String open, String close, StringBuilder out) {
    out.append(open);
    String gap = "";
    for (Object item : items) {
      out.append(gap);
      if (item == items) {
        out.append("[...]");
      } else {
        repr(item, out);
      }
      gap = ", ";
    }
    out.append(close);
  }

  private static void quote(String text, StringBuilder out) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ' && c < 127) {
        out.append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '\t') {
        out.append("\\t");
      } else if (c == '\r') {
        out.append("\\r");
      } else {
        int code = text.codePointAt(i);
        if (isPrintable(code)) {
          out.appendCodePoint(code);
        } else {
          escape(code, out);
        }
        i += Character.charCount(code) - 1;
      }
    }
    out.append(quote);
  }

  private static void escape(int code, StringBuilder out) {
    int width = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;
    out.append(width == 2 ? "\\x" : width == 4 ? "\\u" : "\\U");
    for (int shift = 4 * (width - 1); shift >= 0; shift -= 4) {
      out.append(Character.forDigit(code >> shift & 15, 16));
    }
  }

  /** Whether {@code repr} shows the character as it is. */
  static boolean isPrintable(int code) {
    if (code == ' ') {
      return true;
    }
    return switch (Character.getType(code)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
