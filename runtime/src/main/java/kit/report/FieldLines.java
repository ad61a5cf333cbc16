package kit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values as people read them: a name and a value a line, what is inside of others indented. */
public final class FieldLines {

  private final List<String> lines = new ArrayList<>();

  private FieldLines() {}

  /** The lines of a map. */
  public static List<String> of(Map<?, ?> values) {
    FieldLines fields = new FieldLines();
    fields.add("", values);
    return fields.lines;
  }

  private void add(String indent, Map<?, ?> values) {
    for (Map.Entry<?, ?> value : values.entrySet()) {
      if (value.getValue() instanceof Map<?, ?> below && !below.isEmpty()) {
        lines.add(indent + value.getKey() + ":");
        add(indent + "  ", below);
      } else if (value.getValue() instanceof List<?> items && !items.isEmpty()) {
        lines.add(indent + value.getKey() + ":");
        for (Object item : items) {
          lines.add(indent + "  - " + item);
        }
      } else {
        lines.add(indent + value.getKey() + ": " + value.getValue());
      }
    }
  }
}
