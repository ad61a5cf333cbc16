package kit.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.model.KitException;
import kit.script.prompt.HostResult;
import kit.script.prompt.HostSet;
import kit.script.prompt.PromptValue;
import kit.spi.Result;

/** Values as lines that people read. */
final class ValueText {

  private static final int WIDEST = 100;
  private static final int NAMED = 12;

  /** Variables that hold those of all hosts, themselves among them. */
  static final Set<String> ENDLESS = Set.of("hostvars", "vars");

  private ValueText() {}

  static String of(Object value) {
    List<String> lines = new ArrayList<>();
    write("", value, lines);
    return String.join("\n", lines);
  }

  private static void write(String indent, Object value, List<String> lines) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      for (Object key : map.keySet()) {
        entry(indent, key + ":", read(map, key), lines);
      }
    } else if (value instanceof List<?> list && !(value instanceof HostSet) && !small(list)) {
      for (Object item : list) {
        entry(indent, "-", item, lines);
      }
    } else {
      for (String line : one(value).split("\n", -1)) {
        lines.add(indent + line);
      }
    }
  }

  private static void entry(String indent, String head, Object value, List<String> lines) {
    boolean below =
        value instanceof Map<?, ?> map && !map.isEmpty()
            || value instanceof List<?> list && !small(list)
            || one(value).indexOf('\n') >= 0;
    if (below) {
      lines.add(indent + head);
      write(indent + "  ", value, lines);
    } else {
      lines.add(indent + head + " " + one(value));
    }
  }

  /** A value of a map; templates in it are rendered when it is read, which may not be possible. */
  private static Object read(Map<?, ?> map, Object key) {
    if (ENDLESS.contains(key)) {
      return "...";
    }
    try {
      return map.get(key);
    } catch (KitException e) {
      return "(" + e.getMessage() + ")";
    }
  }

  private static boolean small(List<?> list) {
    int width = 0;
    for (Object item : list) {
      if (item instanceof Map || item instanceof HostResult || item instanceof List) {
        return list.isEmpty();
      }
      width += one(item).length() + 2;
    }
    return width < WIDEST;
  }

  private static String one(Object value) {
    if (value instanceof HostSet set && set.size() > NAMED) {
      return set.size()
          + " hosts: "
          + String.join(", ", set.names().subList(0, NAMED))
          + " and "
          + (set.size() - NAMED)
          + " more";
    }
    if (value instanceof HostSet set) {
      return set.size()
          + (set.size() == 1 ? " host: " : " hosts: ")
          + String.join(", ", set.names());
    }
    if (value instanceof HostResult result) {
      return result.host() + " " + result.module() + ": " + result(result.result());
    }
    Optional<Result> call = PromptValue.result(value);
    if (call.isPresent()) {
      return result(call.get());
    }
    if (value instanceof List<?> list) {
      List<String> items = new ArrayList<>();
      list.forEach(item -> items.add(one(item)));
      return items.toString();
    }
    return value instanceof Map ? "[:]" : PromptValue.text(value);
  }

  /** A result in one line; its fields say the rest. */
  static String result(Result result) {
    String status = result.status().name().toLowerCase(Locale.ROOT);
    Object rc = result.values().get("rc");
    Object output = result.values().get("stdout");
    String text = output == null ? "" : String.valueOf(output).strip();
    int end = text.indexOf('\n');
    return status
        + (rc == null || rc.equals(0) ? "" : ", rc " + rc)
        + (text.isEmpty() ? "" : ", " + (end < 0 ? text : text.substring(0, end) + " ..."));
  }
}
