package kit.modules.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.query.JsonValue;

/**
 * A place in what docker inspect tells; what is not there is empty.
 *
 * @param value a map, list, text, number or truth value; null for none
 */
record Node(Object value) {

  static final Node NONE = new Node(null);

  /** What each line of an output says that is a JSON object. */
  static List<Node> lines(String text) {
    List<Node> nodes = new ArrayList<>();
    for (String line : text.split("\n")) {
      if (line.startsWith("{")) {
        JsonValue.of(line).ifPresent(value -> nodes.add(new Node(value)));
      }
    }
    return nodes;
  }

  Node at(String... names) {
    Object found = value;
    for (String name : names) {
      found = found instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return new Node(found);
  }

  boolean there() {
    return value != null;
  }

  /** A text, number or truth value as text; empty for none. */
  String text() {
    return value == null ? "" : value.toString();
  }

  long number() {
    return value instanceof Number number ? number.longValue() : 0;
  }

  boolean truth() {
    return Boolean.TRUE.equals(value);
  }

  List<Node> items() {
    List<Node> items = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> items.add(new Node(item)));
    }
    return items;
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>();
    items().forEach(item -> texts.add(item.text()));
    return texts;
  }

  Map<String, Node> fields() {
    Map<String, Node> fields = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, each) -> fields.put(String.valueOf(name), new Node(each)));
    }
    return fields;
  }

  /** {@code name=value} of each field. */
  List<String> pairs() {
    List<String> pairs = new ArrayList<>();
    fields().forEach((name, each) -> pairs.add(name + "=" + each.text()));
    return pairs;
  }

  Optional<Node> present() {
    return value == null ? Optional.empty() : Optional.of(this);
  }
}
