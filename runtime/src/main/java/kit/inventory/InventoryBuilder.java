package kit.inventory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.data.Setting;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** Collects what the sources say; formats fill it. */
public final class InventoryBuilder {
  private static final String PRIORITY = "ansible_group_priority";

  final Map<String, Draft> groups = new LinkedHashMap<>();
  final Map<String, Map<String, Setting>> hosts = new LinkedHashMap<>();
  final Map<String, String> origins = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, Way> ways = new LinkedHashMap<>();
  private String source = "";

  /** How a dynamic source says that a host is reached, and which one says so. */
  private record Way(String text, Location by) {}

  /** A group under construction. */
  static final class Draft {
    final Set<String> children = new LinkedHashSet<>();
    final Set<String> parents = new LinkedHashSet<>();
    final Set<String> hosts = new LinkedHashSet<>();
    final Map<String, Setting> vars = new LinkedHashMap<>();
    int priority = 1;
  }

  InventoryBuilder() {
    groups.put("all", new Draft());
    groups.put("ungrouped", new Draft());
    link("all", "ungrouped");
  }

  /** Says which source the following hosts come from. */
  void from(String name) {
    source = name;
  }

  public void warn(String text) {
    warnings.add(text);
  }

  public boolean hasGroup(String name) {
    return groups.containsKey(name);
  }

  public void addGroup(String name, Location at) {
    if (!groups.containsKey(name)) {
      groups.put(Names.check(name, "group", at), new Draft());
    }
  }

  /** Puts one group below another; both exist already. */
  public void addChild(String parent, String child, Location at) {
    if (parent.equals(child) || isAbove(child, parent)) {
      throw new KitException(
          new Problem(
              at,
              "the group '" + child + "' would contain itself through '" + parent + "'",
              "remove one of the two from the other's children"));
    }
    link(parent, child);
  }

  /** Adds a host to a group; a port counts only where the host is named first, as in Ansible. */
  public void addHost(String name, String group, int port, Location at) {
    if (!hosts.containsKey(name)) {
      hosts.put(Names.check(name, "host", at), new LinkedHashMap<>());
      origins.put(name, source);
      if (port > 0) {
        setHostVar(name, "ansible_port", new Setting(port, at));
      }
    }
    groups.get(group).hosts.add(name);
  }

  /**
   * Notes how a dynamic source says that a host is reached.
   *
   * @return the source that has found a host of this name elsewhere, if there is one
   */
  public Optional<Location> reached(String host, String way, Location by) {
    Way before = ways.put(host, new Way(way, by));
    boolean same = before == null || before.text().equals(way);
    return same ? Optional.empty() : Optional.of(before.by());
  }

  public void setHostVar(String host, String name, Setting value) {
    hosts.get(host).put(name, value);
  }

  public void setGroupVar(String group, String name, Setting value) {
    if (!name.equals(PRIORITY)) {
      groups.get(group).vars.put(name, value);
      return;
    }
    try {
      groups.get(group).priority = Integer.parseInt(String.valueOf(value.value()));
    } catch (NumberFormatException e) {
      throw new KitException(
          new Problem(value.location(), PRIORITY + " is not a number", "give a whole number"));
    }
  }

  Inventory build(List<InventorySource> sources) {
    Set<String> grouped = new HashSet<>();
    for (Map.Entry<String, Draft> entry : groups.entrySet()) {
      String name = entry.getKey();
      if (!name.equals("all") && entry.getValue().parents.isEmpty()) {
        link("all", name);
      }
      if (!name.equals("all") && !name.equals("ungrouped")) {
        grouped.addAll(entry.getValue().hosts);
      }
    }
    for (String host : hosts.keySet()) {
      if (grouped.contains(host)) {
        groups.get("ungrouped").hosts.remove(host);
      } else {
        groups.get("ungrouped").hosts.add(host);
      }
      if (groups.containsKey(host)) {
        warn("'" + host + "' is the name of a host and of a group");
      }
    }
    return new InventoryAssembly(this).inventory(sources, warnings);
  }

  /** What is known until now, as an inventory of its own. */
  public Inventory soFar() {
    return new InventoryAssembly(this).inventory(List.of(), List.of());
  }

  private void link(String parent, String child) {
    groups.get(parent).children.add(child);
    groups.get(child).parents.add(parent);
  }

  private boolean isAbove(String ancestor, String group) {
    for (String parent : groups.get(group).parents) {
      if (parent.equals(ancestor) || isAbove(ancestor, parent)) {
        return true;
      }
    }
    return false;
  }
}
