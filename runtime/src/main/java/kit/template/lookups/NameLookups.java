package kit.template.lookups;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.template.python.PythonError;
import kit.template.python.Regex;
import kit.template.python.Text;
import kit.template.python.Undefined;

/** Lookups of variables and hosts by name. */
final class NameLookups implements Lookup {
  private final Controller controller;

  NameLookups(Controller controller) {
    this.controller = controller;
  }

  @Override
  public List<Object> run(String name, List<?> terms, Map<String, Object> options) {
    List<Object> out = new ArrayList<>();
    for (Object term : terms) {
      String text = Text.str(term);
      switch (name) {
        case "vars" -> {
          Object value = controller.variable(text);
          boolean missing = value instanceof Undefined;
          if (missing && !options.containsKey("default")) {
            throw ((Undefined) value).error();
          }
          out.add(missing ? options.get("default") : value);
        }
        case "varnames" -> {
          Regex pattern = Regex.of(text, false, false);
          for (String variable : controller.names()) {
            if (pattern.matches(variable, "search")) {
              out.add(variable);
            }
          }
        }
        case "inventory_hostnames" -> hosts(text, out);
        default -> throw new PythonError("kit has no setting '" + text + "' of Ansible's");
      }
    }
    return out;
  }

  /** Hosts of groups and hosts by name; {@code :} and {@code ,} stand between several. */
  private void hosts(String pattern, List<Object> out) {
    if (!(controller.variable("groups") instanceof Map<?, ?> groups)) {
      return;
    }
    for (String part : pattern.split("[:,]")) {
      boolean not = part.startsWith("!");
      boolean both = part.startsWith("&");
      String name = not || both ? part.substring(1) : part;
      Object members = groups.get(name);
      List<?> hosts = members instanceof List<?> list ? list : List.of(name);
      if (not) {
        out.removeAll(hosts);
      } else if (both) {
        out.retainAll(hosts);
      } else {
        for (Object host : hosts) {
          if (!out.contains(host)) {
            out.add(host);
          }
        }
      }
    }
  }
}
