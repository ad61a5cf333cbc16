package kit.template.python;

import java.util.HashMap;
import java.util.Map;

/** The functions of a group by name. */
public final class Table {
  private final Map<String, Function> functions = new HashMap<>();

  /** Reads lines that hold a name and parameters each. */
  public Table(String lines, Group group) {
    int at = 0;
    while (at < lines.length()) {
      int end = lines.indexOf('\n', at);
      end = end < 0 ? lines.length() : end;
      int gap = lines.indexOf(' ', at);
      boolean bare = gap < 0 || gap > end;
      String name = lines.substring(at, bare ? end : gap);
      String parameters = bare ? "" : lines.substring(gap + 1, end);
      functions.put(name, new Function(name, parameters, group));
      at = end + 1;
    }
  }

  /** The function; null if there is none so called. */
  public Function find(String name) {
    return functions.get(name);
  }
}
