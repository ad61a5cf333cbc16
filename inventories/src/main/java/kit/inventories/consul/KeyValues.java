package kit.inventories.consul;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.inventories.consul.Api.Question;
import kit.query.JsonValue;
import kit.spi.inventory.SourceFailure;

/**
 * What the key/value store says of nodes, below one path: {@code PATH/DATACENTER/NODE} or {@code
 * PATH/NODE}. All is asked at once.
 *
 * @param path the path
 * @param texts the values by what follows the path
 */
record KeyValues(String path, Map<String, String> texts) {

  /** The question for a path; none for no path. */
  static Optional<Question> question(Optional<String> path, List<String> in) {
    return path.map(
        text ->
            Question.of("kv/" + Api.encoded(bare(text)).replace("%2F", "/") + "/")
                .with("dc", in)
                .with("recurse", List.of(""))
                .optional());
  }

  private static String bare(String path) {
    int from = 0;
    int end = path.length();
    while (from < end && path.charAt(from) == '/') {
      from++;
    }
    while (end > from && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(from, end);
  }

  /**
   * @param answer of the question; null if there are no such keys
   */
  static KeyValues of(String path, Object answer) {
    String start = bare(path) + "/";
    Map<String, String> texts = new HashMap<>();
    for (Row row : answer == null ? List.<Row>of() : Row.list("/v1/kv/" + bare(path), answer)) {
      String key = row.text("Key");
      if (key.startsWith(start)) {
        texts.put(key.substring(start.length()), decoded(key, row.text("Value")));
      }
    }
    return new KeyValues(bare(path), texts);
  }

  private static String decoded(String key, String value) {
    try {
      return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new SourceFailure("the value of the key " + Api.shown(key) + " is no base64", "");
    }
  }

  private String of(String node, String datacenter) {
    String exact = texts.get(datacenter + "/" + node);
    return exact == null ? texts.getOrDefault(node, "") : exact;
  }

  /** Names with commas between them. */
  List<String> groups(String node, String datacenter) {
    List<String> groups = new ArrayList<>();
    for (String name : of(node, datacenter).split(",")) {
      if (!name.isBlank()) {
        groups.add(name.strip());
      }
    }
    return groups;
  }

  /** A JSON object. */
  Map<String, Object> facts(String node, String datacenter) {
    String text = of(node, datacenter);
    if (text.isBlank()) {
      return Map.of();
    }
    if (!(JsonValue.of(text).orElse("") instanceof Map<?, ?> map)) {
      throw new SourceFailure(
          "the key " + Api.shown(path + "/" + node) + " holds no JSON object", "{\"name\": value}");
    }
    Map<String, Object> facts = new HashMap<>();
    map.forEach((name, value) -> facts.put(String.valueOf(name), value));
    return facts;
  }
}
