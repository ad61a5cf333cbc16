package kit.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.catalog.Suggestion;
import kit.data.PythonLiteral;
import kit.data.Setting;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** Reads one INI inventory, line by line. */
final class IniReader {
  private static final String MARKS = "-_:.";

  private enum Kind {
    HOSTS,
    CHILDREN,
    VARS
  }

  private final String file;
  private final InventoryBuilder into;
  private final Map<String, Location> varsOnly = new LinkedHashMap<>();
  private final Map<String, List<Pending>> children = new LinkedHashMap<>();
  private String group = "ungrouped";
  private Kind kind = Kind.HOSTS;
  private int number;
  private int indent;

  private record Pending(String parent, Location at) {}

  IniReader(String file, InventoryBuilder into) {
    this.file = file;
    this.into = into;
  }

  void line(String raw) {
    number++;
    String line = raw.strip();
    indent = raw.indexOf(line.isEmpty() ? "" : line.substring(0, 1));
    if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == ';') {
      return;
    }
    if (line.charAt(0) == '[' && section(line)) {
      return;
    }
    switch (kind) {
      case HOSTS -> new IniHostLine(line, at(0)).into(into, group);
      case CHILDREN -> child(line);
      case VARS -> variable(line);
    }
  }

  void end() {
    for (String name : varsOnly.keySet()) {
      String hint = Suggestion.hint(name, others(name), "declare it with [" + name + "]");
      String message = "there is no group '" + name + "' to set variables on";
      throw new KitException(new Problem(varsOnly.get(name), message, hint));
    }
    for (String name : children.keySet()) {
      String hint = Suggestion.hint(name, into.groups.keySet(), "declare it with [" + name + "]");
      Location at = children.get(name).get(0).at();
      throw new KitException(new Problem(at, "there is no group '" + name + "'", hint));
    }
  }

  /** Whether the line is a section; brackets that are none may be a host: {@code [::1]:22}. */
  private boolean section(String line) {
    int close = line.indexOf(']');
    String inside = close < 0 ? "" : line.substring(1, close);
    String after = close < 0 ? "" : line.substring(close + 1).strip();
    int colon = inside.indexOf(':');
    String name = colon < 0 ? inside : inside.substring(0, colon);
    String type = colon < 0 ? "hosts" : inside.substring(colon + 1);
    boolean shaped = !name.isEmpty() && !hasBlank(name) && isWord(type);
    if (close < 0 || !shaped || !after.isEmpty() && after.charAt(0) != '#') {
      if (line.endsWith("]")) {
        throw problem("'" + line + "' is not a section", "write [group] or [group:children]", 0);
      }
      return false;
    }
    open(name, type);
    return true;
  }

  private void open(String name, String type) {
    kind =
        switch (type) {
          case "hosts" -> Kind.HOSTS;
          case "children" -> Kind.CHILDREN;
          case "vars" -> Kind.VARS;
          default ->
              throw problem(
                  "a section [" + name + ":" + type + "] is not known",
                  Suggestion.hint(
                      type, List.of("children", "vars", "hosts"), "use children or vars"),
                  name.length() + 2);
        };
    group = name;
    if (!into.hasGroup(name)) {
      if (kind == Kind.VARS && !children.containsKey(name)) {
        varsOnly.put(name, at(1));
      }
      into.addGroup(name, at(1));
    }
    if (kind != Kind.VARS) {
      varsOnly.remove(name);
      List<Pending> waiting = children.remove(name);
      for (Pending pending : waiting == null ? List.<Pending>of() : waiting) {
        into.addChild(pending.parent(), name, pending.at());
      }
    }
  }

  private void child(String line) {
    int hash = line.indexOf('#');
    String name = (hash > 0 ? line.substring(0, hash) : line).strip();
    if (hasBlank(name) || name.indexOf(':') >= 0 || name.indexOf(']') >= 0) {
      throw problem("'" + line + "' is not the name of a group", "write one group a line", 0);
    }
    if (into.hasGroup(name) && !varsOnly.containsKey(name)) {
      into.addChild(group, name, at(0));
    } else {
      varsOnly.remove(name);
      if (!children.containsKey(name)) {
        children.put(name, new ArrayList<>());
      }
      children.get(name).add(new Pending(group, at(0)));
    }
  }

  private void variable(String line) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      throw problem("'" + line + "' sets no variable", "write name=value", 0);
    }
    String name = line.substring(0, equals).strip();
    Object value = PythonLiteral.of(line.substring(equals + 1).strip());
    into.setGroupVar(group, name, new Setting(value, at(0)));
  }

  private List<String> others(String name) {
    List<String> names = new ArrayList<>(into.groups.keySet());
    names.remove(name);
    return names;
  }

  private Location at(int offset) {
    return new Location(file, number, indent + offset + 1);
  }

  private KitException problem(String message, String hint, int offset) {
    return new KitException(new Problem(at(offset), message, hint));
  }

  private static boolean hasBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isLetterOrDigit(text.charAt(i)) && MARKS.indexOf(text.charAt(i)) != 1) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
