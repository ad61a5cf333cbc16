package kit.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML text whose single values are changed in place: comments and layout stay as they are. */
public final class VaultedYaml {
  private final String text;
  private final String file;
  private final YamlText yaml;
  private final YamlPlaces places;

  public VaultedYaml(String text, String file) {
    this.text = text;
    this.file = file;
    this.yaml = new YamlText(text, file, new ArrayList<>());
    this.places = new YamlPlaces(text);
  }

  /**
   * A value and where it is.
   *
   * @param path its names with dots between, numbers for places in lists
   * @param value the value as read
   */
  public record Held(String path, Object value) {}

  /** The whole text as values. */
  public Object root() {
    return yaml.root();
  }

  /** All values that have nothing below them, in order. */
  public List<Held> values() {
    List<Held> found = new ArrayList<>();
    collect(yaml.document(), "", found);
    return found;
  }

  /** The value at a path, of any kind; empty if there is none. */
  public Optional<Object> find(String path) {
    YamlPath.Found found = YamlPath.of(path).in(yaml.document());
    return found.rest().isEmpty() ? Optional.ofNullable(value(found.node())) : Optional.empty();
  }

  /** The text with every vaulted value written anew. */
  public String rewritten(Function<Vaulted, String> ciphertext) {
    List<ScalarNode> vaulted = new ArrayList<>();
    scalars(yaml.document(), vaulted);
    vaulted.removeIf(node -> !(value(node) instanceof Vaulted));
    vaulted.sort((a, b) -> b.getStartMark().getIndex() - a.getStartMark().getIndex());
    String changed = text;
    for (ScalarNode node : vaulted) {
      String fresh = ciphertext.apply((Vaulted) value(node));
      changed = places.replaced(changed, node, YamlScalar.vaulted(fresh));
    }
    return changed;
  }

  /** The text with another value at a path, which is added if it is not there. */
  public String with(String path, YamlScalar scalar) {
    if (yaml.isEmpty()) {
      return closed(text) + YamlPath.of(path).entry(0, scalar);
    }
    YamlPath.Found found = YamlPath.of(path).in(yaml.document());
    if (found.rest().isEmpty()) {
      if (!(found.node() instanceof ScalarNode node)) {
        throw problem(found.node(), "'" + path + "' has values below it", "name one of them");
      }
      return places.replaced(text, node, found.flow() ? scalar.onOneLine() : scalar);
    }
    if (!(found.node() instanceof MappingNode map) || found.flow()) {
      throw problem(
          found.node(), "'" + found.rest() + "' cannot be added here", "add it with an editor");
    }
    int column = map.getValue().get(0).getKeyNode().getStartMark().getColumn();
    int end = places.lineEnd(places.end(map));
    String before = closed(text.substring(0, end));
    return before + YamlPath.of(found.rest()).entry(column, scalar) + text.substring(end);
  }

  private static String closed(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }

  private Object value(Node node) {
    return new YamlValues(file, new ArrayList<>()).of(node);
  }

  private void collect(Node node, String path, List<Held> found) {
    if (node instanceof MappingNode map) {
      for (NodeTuple entry : map.getValue()) {
        String name = String.valueOf(value(entry.getKeyNode()));
        collect(entry.getValueNode(), path.isEmpty() ? name : path + "." + name, found);
      }
    } else if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        collect(list.getValue().get(i), path.isEmpty() ? "" + i : path + "." + i, found);
      }
    } else if (node != null) {
      found.add(new Held(path, value(node)));
    }
  }

  private static void scalars(Node node, List<ScalarNode> found) {
    if (node instanceof MappingNode map) {
      for (NodeTuple entry : map.getValue()) {
        scalars(entry.getValueNode(), found);
      }
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> scalars(item, found));
    } else if (node instanceof ScalarNode scalar && !found.contains(scalar)) {
      found.add(scalar);
    }
  }

  private KitException problem(Node node, String message, String hint) {
    Location at = new YamlValues(file, new ArrayList<>()).location(node);
    return new KitException(new Problem(at, message, hint));
  }
}
