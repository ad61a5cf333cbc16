package kit.modules.docker;

import java.util.LinkedHashMap;
import java.util.Map;

/** Options and labels that are there, beside those that are given. */
final class Differences {

  private Differences() {}

  /** Where none are given any will do; what is there besides does no harm. */
  static void add(Lines lines, String field, Node there, Map<String, Object> given) {
    Map<String, Node> has = there.fields();
    texts(given)
        .forEach(
            (name, value) -> {
              String from = has.containsKey(name) ? name + "=" + has.get(name).text() : "";
              lines.add(field, from, name + "=" + value);
            });
  }

  /** What is there, with what is given over it. */
  static Map<String, Object> over(Node there, Map<String, Object> given) {
    Map<String, Object> all = new LinkedHashMap<>();
    there.fields().forEach((name, value) -> all.put(name, value.text()));
    all.putAll(given);
    return all;
  }

  static Map<String, String> texts(Map<String, Object> given) {
    Map<String, String> texts = new LinkedHashMap<>();
    given.forEach((name, value) -> texts.put(name, value == null ? "" : value.toString()));
    return texts;
  }
}
