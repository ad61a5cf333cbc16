package kit.inventories.consul;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.spi.inventory.SourceFailure;

/**
 * An entry of an answer. What it lacks is empty; what is of another kind than the API documents
 * means that somebody else answers.
 *
 * @param from the question, for messages
 * @param fields the entry
 */
record Row(String from, Map<?, ?> fields) {

  static List<Row> list(String from, Object answer) {
    if (!(answer instanceof List<?> entries)) {
      throw strange(from);
    }
    List<Row> rows = new ArrayList<>();
    for (Object entry : entries) {
      if (!(entry instanceof Map<?, ?> fields)) {
        throw strange(from);
      }
      rows.add(new Row(from, fields));
    }
    return rows;
  }

  static SourceFailure strange(String from) {
    return new SourceFailure("Consul's answer to " + from + " is not what its API says", "");
  }

  String text(String name) {
    Object value = fields.get(name);
    if (value != null && !(value instanceof String)) {
      throw strange(from);
    }
    return value == null ? "" : (String) value;
  }

  long number(String name) {
    Object value = fields.get(name);
    if (value != null && !(value instanceof Number)) {
      throw strange(from);
    }
    return value == null ? 0 : ((Number) value).longValue();
  }

  List<String> texts(String name) {
    Object value = fields.get(name);
    if (value != null && !(value instanceof List<?>)) {
      throw strange(from);
    }
    List<String> texts = new ArrayList<>();
    for (Object each : value == null ? List.of() : (List<?>) value) {
      texts.add(String.valueOf(each));
    }
    return List.copyOf(texts);
  }

  Map<String, Object> map(String name) {
    Object value = fields.get(name);
    if (value != null && !(value instanceof Map<?, ?>)) {
      throw strange(from);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    if (value != null) {
      ((Map<?, ?>) value).forEach((key, each) -> map.put(String.valueOf(key), each));
    }
    return map;
  }
}
