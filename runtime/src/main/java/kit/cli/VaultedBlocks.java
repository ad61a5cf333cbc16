package kit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Vaulted values in YAML text: {@code !vault |} and the lines of the cipher text below it. */
final class VaultedBlocks {
  private static final String KEY = "__ansible_vault";

  private final String mark = "vaulted-" + UUID.randomUUID() + "-";
  private final List<String> texts = new ArrayList<>();

  /** The value with a mark in the place of each vaulted one. */
  Object mark(Object value) {
    if (value instanceof List<?> items) {
      List<Object> marked = new ArrayList<>(items.size());
      items.forEach(item -> marked.add(mark(item)));
      return marked;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    if (map.size() == 1 && map.get(KEY) instanceof String text) {
      texts.add(text);
      return mark + (texts.size() - 1);
    }
    Map<Object, Object> marked = new LinkedHashMap<>();
    map.forEach((key, item) -> marked.put(key, mark(item)));
    return marked;
  }

  /** The text with the vaulted values in the place of the marks. */
  String put(String yaml) {
    if (texts.isEmpty()) {
      return yaml;
    }
    StringBuilder out = new StringBuilder();
    for (String line : yaml.lines().toList()) {
      int at = line.indexOf(mark);
      if (at < 0) {
        out.append(line).append('\n');
      } else {
        out.append(line, 0, at).append("!vault |\n");
        String indent = " ".repeat(line.length() - line.stripLeading().length() + 2);
        String text = texts.get(Integer.parseInt(line.substring(at + mark.length())));
        text.lines().forEach(each -> out.append(indent).append(each.strip()).append('\n'));
      }
    }
    return out.toString();
  }
}
