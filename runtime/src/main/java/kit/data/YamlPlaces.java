package kit.data;

import java.util.List;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where nodes begin and end in a text, and the text with another value in the place of one. */
final class YamlPlaces {
  private final String text;

  YamlPlaces(String text) {
    this.text = text;
  }

  /**
   * A text with another value in the place of a node.
   *
   * @param from the text, the same as mine up to the end of the node
   */
  String replaced(String from, ScalarNode node, YamlScalar scalar) {
    int start = offset(node.getStartMark());
    int end = end(node);
    String gap = start > 0 && " \n\t[{,".indexOf(from.charAt(start - 1)) < 0 ? " " : "";
    String before = from.substring(0, start) + gap;
    if (isBlock(node)) {
      int hash = from.indexOf(" #", start);
      String comment = hash > 0 && hash < firstLine(start) ? line(hash) : "";
      return before
          + scalar.head(comment)
          + "\n"
          + scalar.lines(indent(start))
          + from.substring(end);
    }
    if (!scalar.block()) {
      return before + scalar.head("") + from.substring(end);
    }
    int lineEnd = lineEnd(end);
    int indent = indentOfLine(start) + 2;
    return before + scalar.head(line(end)) + "\n" + scalar.lines(indent) + from.substring(lineEnd);
  }

  /** The end of a node's text; that of a block is the beginning of the line below it. */
  int end(Node node) {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.FLOW) {
      return offset(node.getEndMark());
    }
    if (node instanceof MappingNode map && !map.getValue().isEmpty()) {
      List<NodeTuple> entries = map.getValue();
      return end(entries.get(entries.size() - 1).getValueNode());
    }
    if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
      return end(list.getValue().get(list.getValue().size() - 1));
    }
    return isBlock(node) ? blockEnd(offset(node.getStartMark())) : offset(node.getEndMark());
  }

  /** The beginning of the line after a place; the place itself if a line begins there. */
  int lineEnd(int at) {
    if (at > 0 && text.charAt(at - 1) == '\n') {
      return at;
    }
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  /** The rest of a line, without blanks at its end. */
  private String line(int from) {
    int end = text.indexOf('\n', from);
    return text.substring(from, end < 0 ? text.length() : end).stripTrailing();
  }

  private static boolean isBlock(Node node) {
    return node instanceof ScalarNode scalar
        && (scalar.getScalarStyle() == ScalarStyle.LITERAL
            || scalar.getScalarStyle() == ScalarStyle.FOLDED);
  }

  private int firstLine(int start) {
    return lineEnd(start + 1);
  }

  /** How far the lines of a block are indented. */
  private int indent(int start) {
    int at = firstLine(start);
    while (at < text.length() && blankLine(at)) {
      at = lineEnd(at + 1);
    }
    return indentOfLine(at);
  }

  private int blockEnd(int start) {
    int indent = indent(start);
    int end = firstLine(start);
    for (int at = end; at < text.length(); at = lineEnd(at + 1)) {
      if (blankLine(at)) {
        continue;
      }
      if (indentOfLine(at) < indent) {
        break;
      }
      end = lineEnd(at + 1);
    }
    return end;
  }

  private boolean blankLine(int at) {
    int end = text.indexOf('\n', at);
    return text.substring(at, end < 0 ? text.length() : end).isBlank();
  }

  /** The blanks, and dashes of lists, in front of what the line of a place says. */
  private int indentOfLine(int at) {
    int start = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    int end = start;
    while (end < text.length()
        && (text.charAt(end) == ' '
            || text.charAt(end) == '-' && end + 1 < text.length() && text.charAt(end + 1) == ' ')) {
      end++;
    }
    return end - start;
  }

  private int offset(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }
}
