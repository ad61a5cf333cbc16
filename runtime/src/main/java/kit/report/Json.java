package kit.report;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;

/** Writes JSON: maps, lists, texts, numbers, yes and no, nothing; anything else as its text. */
final class Json {

  private final StringBuilder json = new StringBuilder();
  private final Redactor redactor;

  private Json(Redactor redactor) {
    this.redactor = redactor;
  }

  /** Secrets are taken out of the texts and never out of the JSON, which stays whole. */
  static String of(Object value, Redactor redactor) {
    Json json = new Json(redactor);
    json.write(value);
    return json.json.toString();
  }

  private void write(Object value) {
    if (value == null || value instanceof Boolean || value instanceof Integer) {
      json.append(value);
    } else if (value instanceof Number number) {
      json.append(number(number));
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Iterable<?> items) {
      list(items);
    } else if (value instanceof Duration took) {
      json.append(took.toMillis() / 1000.0);
    } else if (value instanceof byte[] bytes) {
      text(new String(bytes, StandardCharsets.UTF_8));
    } else {
      text(value.toString());
    }
  }

  private void text(String text) {
    json.append('"').append(escaped(redactor.clean(text))).append('"');
  }

  /** JSON has no word for what is not a number. */
  private static String number(Number number) {
    double value = number.doubleValue();
    return Double.isNaN(value) || Double.isInfinite(value) ? "null" : number.toString();
  }

  private void object(Map<?, ?> map) {
    json.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      text(String.valueOf(entry.getKey()));
      json.append(':');
      write(entry.getValue());
      json.append(entries.hasNext() ? "," : "");
    }
    json.append('}');
  }

  private void list(Iterable<?> items) {
    json.append('[');
    Iterator<?> rest = items.iterator();
    while (rest.hasNext()) {
      write(rest.next());
      json.append(rest.hasNext() ? "," : "");
    }
    json.append(']');
  }

  /** Text between the quotes. Escapes every control character, so that it is safe on a terminal. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c == '\n') {
        escaped.append("\\n");
      } else if (c < 0x20 || c >= 0x7f && c < 0xa0 || Visible.lone(text, i)) {
        escaped.append("\\u").append(Visible.hex(c, 4));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
