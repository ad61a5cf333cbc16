package kit.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Nodes to plain values: text, numbers, booleans, null, lists and maps. */
final class YamlValues {
  private final String file;
  private final List<String> warnings;
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Node, Object> done = new IdentityHashMap<>();

  YamlValues(String file, List<String> warnings) {
    this.file = file;
    this.warnings = warnings;
  }

  Location location(Node node) {
    return new Location(
        file, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
  }

  Object of(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar);
    }
    if (done.containsKey(node)) {
      return done.get(node);
    }
    if (!open.add(node)) {
      throw problem(node, "the value contains itself", "remove the alias");
    }
    Object value = collection(node);
    open.remove(node);
    done.put(node, value);
    return value;
  }

  private Object collection(Node node) {
    String tag = node.getTag().getValue();
    if (tag.equals("!unsafe")) {
      return unsafe(node instanceof MappingNode map ? map(map) : list((SequenceNode) node));
    }
    if (node instanceof MappingNode map) {
      return tag.equals("!merge") ? new Overlay(map(map)) : map(map);
    }
    SequenceNode list = (SequenceNode) node;
    return tag.equals("!append") ? new Overlay(list(list)) : list(list);
  }

  /** All text below is never rendered. */
  private static Object unsafe(Object value) {
    if (value instanceof List<?> items) {
      return items.stream().map(YamlValues::unsafe).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> all = new LinkedHashMap<>();
      map.forEach((key, item) -> all.put(key, unsafe(item)));
      return Collections.unmodifiableMap(all);
    }
    return value instanceof String text ? new Verbatim(text) : value;
  }

  private List<Object> list(SequenceNode node) {
    if (!List.of("!append", "!unsafe").contains(node.getTag().getValue())) {
      expect(node, Tag.SEQ);
    }
    List<Object> values = new ArrayList<>(node.getValue().size());
    for (Node item : node.getValue()) {
      values.add(of(item));
    }
    return Collections.unmodifiableList(values);
  }

  private Map<Object, Object> map(MappingNode node) {
    if (!List.of("!merge", "!unsafe").contains(node.getTag().getValue())) {
      expect(node, Tag.MAP);
    }
    Map<Object, Object> values = new LinkedHashMap<>();
    for (NodeTuple entry : node.getValue()) {
      if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
        merge(entry.getValueNode(), values);
      }
    }
    Map<Object, Object> own = new LinkedHashMap<>();
    for (NodeTuple entry : node.getValue()) {
      if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
        continue;
      }
      Object key = of(entry.getKeyNode());
      if (key instanceof List<?> || key instanceof Map<?, ?>) {
        throw problem(entry.getKeyNode(), "a name must be plain text", "quote it");
      }
      if (own.containsKey(key)) {
        warnings.add(
            location(entry.getKeyNode()) + ": '" + key + "' is written twice; the last one counts");
      }
      own.put(key, of(entry.getValueNode()));
    }
    values.putAll(own);
    return Collections.unmodifiableMap(values);
  }

  private void merge(Node source, Map<Object, Object> into) {
    List<Node> parts = source instanceof SequenceNode list ? list.getValue() : List.of(source);
    for (Node part : parts) {
      if (!(of(part) instanceof Map<?, ?> map)) {
        throw problem(part, "<< merges maps only", "name a map, for example *defaults");
      }
      map.forEach(into::putIfAbsent);
    }
  }

  private void expect(Node node, Tag tag) {
    if (!node.getTag().equals(tag)) {
      throw unknown(node);
    }
  }

  private Object scalar(ScalarNode node) {
    String text = node.getValue();
    String tag = node.getTag().getValue();
    switch (tag) {
      case "tag:yaml.org,2002:str":
      case "!":
        return text;
      case "!vault":
      case "!vault-encrypted":
        return new Vaulted(text, location(node));
      case "!unsafe":
        return new Verbatim(text);
      default:
        try {
          return typed(node, tag.substring(tag.lastIndexOf(':') + 1), text);
        } catch (NumberFormatException e) {
          throw problem(node, "'" + text + "' is not a number", "quote it if it is text");
        }
    }
  }

  private Object typed(ScalarNode node, String type, String text) {
    if (!node.getTag().getValue().startsWith(Tag.PREFIX)) {
      throw unknown(node);
    }
    return switch (type) {
      case "null" -> null;
      case "bool" -> bool(node, text);
      case "int" -> Numbers.yamlInteger(text);
      case "float" -> Numbers.yamlFloat(text);
      case "timestamp", "value", "merge" -> text;
      default -> throw unknown(node);
    };
  }

  private Boolean bool(ScalarNode node, String text) {
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "yes", "true", "on" -> true;
      case "no", "false", "off" -> false;
      default -> throw problem(node, "'" + text + "' is not a boolean", "say true or false");
    };
  }

  private KitException unknown(Node node) {
    return problem(
        node,
        "the tag " + node.getTag().getValue() + " is not known",
        "!vault, !unsafe, !merge of a map, !append of a list and the tags of YAML itself are");
  }

  private KitException problem(Node node, String message, String hint) {
    return new KitException(new Problem(location(node), message, hint));
  }
}
