package kit.data;

import java.util.List;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Names with dots between. A name that holds a dot itself is found too.
 *
 * @param path the names
 */
record YamlPath(String path) {

  /**
   * How far a path leads.
   *
   * @param node where it ends
   * @param rest the names that are not there
   * @param flow whether the node is inside of {@code {}} or {@code []}
   */
  record Found(Node node, String rest, boolean flow) {}

  static YamlPath of(String path) {
    return new YamlPath(path);
  }

  Found in(Node document) {
    return follow(document, path, false);
  }

  private static Found follow(Node node, String rest, boolean flow) {
    boolean inside =
        flow
            || node instanceof CollectionNode<?> collection
                && collection.getFlowStyle() == FlowStyle.FLOW;
    for (int end = rest.length(); end > 0; end = rest.lastIndexOf('.', end - 1)) {
      Node next = step(node, rest.substring(0, end));
      if (next != null) {
        String after = end == rest.length() ? "" : rest.substring(end + 1);
        return after.isEmpty() ? new Found(next, "", inside) : follow(next, after, inside);
      }
    }
    return new Found(node, rest, inside);
  }

  private static Node step(Node node, String name) {
    if (node instanceof MappingNode map) {
      for (NodeTuple entry : map.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
          return entry.getValueNode();
        }
      }
    }
    if (node instanceof SequenceNode list && name.length() < 6 && digits(name)) {
      List<Node> items = list.getValue();
      int index = Integer.parseInt(name);
      return index < items.size() ? items.get(index) : null;
    }
    return null;
  }

  private static boolean digits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** The lines of a new entry, maps around it included. */
  String entry(int column, YamlScalar scalar) {
    StringBuilder lines = new StringBuilder();
    int at = column;
    String[] names = path.split("\\.");
    for (int i = 0; i < names.length; i++) {
      lines.append(" ".repeat(at)).append(name(names[i])).append(':');
      lines.append(i + 1 < names.length ? "\n" : "");
      at += 2;
    }
    return lines
        .append(' ')
        .append(scalar.head(""))
        .append('\n')
        .append(scalar.lines(at))
        .toString();
  }

  private static String name(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = c == '_' || c == '-' && i > 0 || Character.isLetterOrDigit(c);
      if (!plain) {
        return "'" + name.replace("'", "''") + "'";
      }
    }
    return YamlText.isPlainText(name) ? name : "'" + name + "'";
  }
}
