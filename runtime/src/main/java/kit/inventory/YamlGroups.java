package kit.inventory;

import java.util.List;
import kit.catalog.Suggestion;
import kit.data.Setting;
import kit.data.YamlText;
import kit.data.YamlText.Entry;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** Walks the groups of a YAML inventory. */
final class YamlGroups {
  private static final List<String> KEYS = List.of("hosts", "vars", "children");
  private static final int DEPTH = 50;

  private final YamlText yaml;
  private final InventoryBuilder into;

  YamlGroups(YamlText yaml, InventoryBuilder into) {
    this.yaml = yaml;
    this.into = into;
  }

  void read() {
    if (yaml.isEmpty()) {
      return;
    }
    if (!yaml.isMap()) {
      throw problem(
          yaml.location(), "an inventory is a map of groups", "write all: and hosts: below it");
    }
    for (Entry group : yaml.entries()) {
      group(group, 0);
    }
  }

  private void group(Entry entry, int depth) {
    String name = name(entry);
    if (!entry.isMap() && !entry.isNull()) {
      into.warn(entry.location() + ": '" + name + "' is not a group, it is left out");
      return;
    }
    if (depth > DEPTH) {
      throw problem(entry.location(), "groups are nested too deep", "");
    }
    into.addGroup(name, entry.location());
    for (Entry part : entry.entries()) {
      switch (part.name()) {
        case "hosts" -> {
          for (Entry host : content(part, "host")) {
            hosts(host, name);
          }
        }
        case "vars" -> {
          for (Entry variable : content(part, "variable")) {
            into.setGroupVar(name, variable.name(), variable.setting());
          }
        }
        case "children" -> {
          for (Entry child : content(part, "group")) {
            group(child, depth + 1);
            if (into.hasGroup(child.name())) {
              into.addChild(name, child.name(), child.location());
            }
          }
        }
        default -> unknown(part, name);
      }
    }
  }

  private void unknown(Entry part, String group) {
    String hint = Suggestion.hint(part.name(), KEYS, "only hosts, vars and children are");
    into.warn(
        part.location() + ": '" + part.name() + "' is not known in group " + group + "; " + hint);
  }

  /** The entries of a section; a single text stands for one entry without content. */
  private static List<Entry> content(Entry section, String what) {
    if (section.isNull()) {
      return List.of();
    }
    if (section.isText()) {
      return List.of(section.asName());
    }
    if (!section.isMap()) {
      throw problem(
          section.location(),
          "'" + section.name() + "' must be a map, one " + what + " a line",
          "write '" + what + ":' instead of '- " + what + "'");
    }
    return section.entries();
  }

  private void hosts(Entry entry, String group) {
    if (!entry.isMap() && !entry.isNull()) {
      throw problem(
          entry.location(),
          "the variables of '" + entry.name() + "' must be a map",
          "write name: value below it");
    }
    HostAddress address = HostAddress.parse(name(entry));
    List<String> hosts;
    try {
      hosts = HostRange.expand(address.host());
    } catch (IllegalArgumentException e) {
      throw problem(entry.location(), e.getMessage(), "write for example web[01:10]");
    }
    for (String host : hosts) {
      into.addHost(host, group, address.port(), entry.location());
      for (Entry variable : entry.entries()) {
        Setting setting = variable.setting();
        into.setHostVar(host, variable.name(), setting);
      }
    }
  }

  /** A host called {@code 1.10} would be 1.1, a group called {@code no} would be false. */
  private static String name(Entry entry) {
    if (!entry.isNamed()) {
      String hint = "put it in quotes: '" + entry.written() + "'";
      String message = "YAML reads the name " + entry.written() + " as '" + entry.name() + "'";
      throw problem(entry.location(), message, hint);
    }
    return entry.name();
  }

  private static KitException problem(Location at, String message, String hint) {
    return new KitException(new Problem(at, message, hint));
  }
}
