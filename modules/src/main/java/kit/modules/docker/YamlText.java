package kit.modules.docker;

import java.util.List;
import java.util.Map;
import kit.query.JsonText;

/** A definition as YAML that people read and Compose takes. */
final class YamlText {

  private final StringBuilder text = new StringBuilder();

  private YamlText() {}

  static String of(Map<String, Object> map) {
    YamlText yaml = new YamlText();
    yaml.map(map, 0);
    return yaml.text.toString();
  }

  private void map(Map<?, ?> map, int depth) {
    map.forEach(
        (name, value) -> {
          indent(depth).append(key(String.valueOf(name))).append(':');
          value(value, depth);
        });
  }

  private void value(Object value, int depth) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      text.append('\n');
      map(map, depth + 1);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      text.append('\n');
      for (Object item : list) {
        indent(depth + 1).append('-');
        value(item, depth + 1);
      }
    } else {
      text.append(' ').append(scalar(value)).append('\n');
    }
  }

  private StringBuilder indent(int depth) {
    return text.append("  ".repeat(depth));
  }

  /** JSON is YAML; only words that cannot be anything else go without quotes. */
  private static String scalar(Object value) {
    String json = JsonText.of(value);
    boolean word = value instanceof CharSequence said && plain(said.toString());
    return word ? value.toString() : json;
  }

  private static String key(String name) {
    return plain(name) ? name : JsonText.of(name);
  }

  private static boolean plain(String word) {
    boolean plain = !word.isEmpty() && Character.isLetter(word.charAt(0));
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      plain &=
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "_-./".indexOf(c) >= 0;
    }
    return plain && !KEYWORDS.contains(word.toLowerCase(java.util.Locale.ROOT));
  }

  private static final List<String> KEYWORDS =
      List.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");
}
