package kit.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import kit.data.Setting;
import kit.model.Location;

/** Hosts and groups, in the order in which the sources named them. Never changes. */
public final class Inventory {
  /** Names that mean this machine, also when no inventory holds them. */
  static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "::1");

  private final Map<String, InventoryHost> hosts;
  private final Map<String, Group> groups;
  private final Map<String, List<String>> below = new ConcurrentHashMap<>();
  private final List<InventorySource> sources;
  private final List<String> warnings;

  Inventory(
      Map<String, InventoryHost> hosts,
      Map<String, Group> groups,
      List<InventorySource> sources,
      List<String> warnings) {
    this.hosts = hosts;
    this.groups = groups;
    this.sources = List.copyOf(sources);
    this.warnings = List.copyOf(warnings);
  }

  /** Names of all hosts in the order of the sources. */
  public Set<String> hosts() {
    return hosts.keySet();
  }

  /** All groups in the order of the sources, {@code all} and {@code ungrouped} first. */
  public Collection<Group> groups() {
    return groups.values();
  }

  public Optional<Group> group(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  /** A host by name; {@code localhost} and its addresses are known even if not declared. */
  public Optional<InventoryHost> host(String name) {
    InventoryHost host = hosts.get(name);
    if (host == null && LOCAL.contains(name)) {
      for (String local : hosts.keySet()) {
        if (LOCAL.contains(local)) {
          return Optional.of(hosts.get(local));
        }
      }
      Setting connection = new Setting("local", Location.NONE);
      host =
          new InventoryHost(
              name, List.of("all"), Map.of("ansible_connection", connection), "", true);
    }
    return Optional.ofNullable(host);
  }

  /** The hosts of a group and of the groups below it, nearest groups first. */
  public List<String> hostsOf(String group) {
    List<String> known = below.get(group);
    if (known == null) {
      known = List.copyOf(find(group));
      below.put(group, known);
    }
    return known;
  }

  private Set<String> find(String group) {
    Set<String> seen = new LinkedHashSet<>();
    Set<String> found = new LinkedHashSet<>();
    List<String> level = List.of(group);
    while (!level.isEmpty()) {
      List<String> next = new ArrayList<>();
      for (String name : level) {
        if (seen.add(name)) {
          found.addAll(groups.get(name).hosts());
          next.addAll(groups.get(name).children());
        }
      }
      level = next;
    }
    return found;
  }

  /** The groups of a host, sorted, without {@code all}. */
  public List<String> groupNames(String host) {
    Set<String> names = new TreeSet<>();
    Optional<InventoryHost> found = host(host);
    if (found.isPresent()) {
      names.addAll(found.get().groups());
    }
    names.remove("all");
    return new ArrayList<>(names);
  }

  /** The variables that the sources give a host: those of its groups, and its own over them. */
  public Map<String, Setting> settingsOf(String host) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    InventoryHost its = host(host).orElseThrow();
    for (String group : its.groups()) {
      settings.putAll(groups.get(group).vars());
    }
    settings.putAll(its.vars());
    return settings;
  }

  /** Where it was read from, in order. */
  public List<InventorySource> sources() {
    return sources;
  }

  /** What the user should know about the sources. */
  public List<String> warnings() {
    return warnings;
  }
}
