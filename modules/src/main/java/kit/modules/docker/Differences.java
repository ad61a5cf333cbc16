package kit.modules.docker;

import java.util.LinkedHashMap;
import java.util.Map;

/** Options and labels that are there, beside those that are given. */
final class Differences {

  private Differences() {}

  /** Where none are given any will do. */
  static void add(Lines lines, String field, Node there, Map<String, Object> given) {
    if (given.isEmpty()) {
      return;
    }
    Map<String, String> wanted = texts(given);
    there
        .fields()
        .forEach(
            (name, value) -> {
              String to = wanted.remove(name);
              String from = name + "=" + value.text();
              lines.add(field, from, to == null ? "" : name + "=" + to);
            });
    wanted.forEach((name, value) -> lines.add(field, "", name + "=" + value));
  }

  static Map<String, String> texts(Map<String, Object> given) {
    Map<String, String> texts = new LinkedHashMap<>();
    given.forEach((name, value) -> texts.put(name, value == null ? "" : value.toString()));
    return texts;
  }
}
