package kit.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.spi.PlanException;

/** Values of a playbook as JSON, or as a form of the web. */
public final class JsonText {

  private JsonText() {}

  /** As JSON, in one line. */
  public static String of(Object value) {
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  /** {@code a=1&b=2&b=3}. */
  public static String form(Object value) {
    if (!(value instanceof Map<?, ?> fields)) {
      throw new PlanException("a form is a map", "body: [name: 'x', tag: ['a', 'b']]");
    }
    List<String> pairs = new ArrayList<>();
    fields.forEach(
        (name, given) -> {
          for (Object each : given instanceof List<?> several ? several : List.of(given)) {
            pairs.add(encoded(name) + "=" + encoded(each));
          }
        });
    return String.join("&", pairs);
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
  }

  private static void write(Object value, StringBuilder text) {
    if (value instanceof Map<?, ?> map) {
      String before = "{";
      for (Map.Entry<?, ?> each : map.entrySet()) {
        text.append(before);
        string(String.valueOf(each.getKey()), text);
        text.append(':');
        write(each.getValue(), text);
        before = ",";
      }
      text.append(map.isEmpty() ? "{}" : "}");
    } else if (value instanceof Iterable<?> items) {
      String before = "[";
      for (Object item : items) {
        text.append(before);
        write(item, text);
        before = ",";
      }
      text.append(before.equals("[") ? "[]" : "]");
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      text.append(value);
    } else {
      string(value.toString(), text);
    }
  }

  private static void string(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
