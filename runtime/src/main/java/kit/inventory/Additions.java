package kit.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.data.Setting;
import kit.data.Verbatim;
import kit.model.Location;

/**
 * What a run adds to its inventory: hosts, and hosts to groups. Many hosts may add at the same
 * time; the result is the same whoever of them was faster.
 */
public final class Additions {
  private Inventory base;
  private final List<Addition> all = new ArrayList<>();
  private Inventory inventory;

  private record Addition(int rank, String host, List<String> groups, Map<String, Setting> vars) {}

  public Additions(Inventory base) {
    this.base = base;
    this.inventory = base;
  }

  /**
   * Adds a host to groups; host and groups are made if they are not there.
   *
   * @param by the host on whose behalf it is done
   * @param vars variables of the host, which are data and never rendered
   * @return the inventory with all additions so far
   */
  public synchronized Inventory add(
      String by, String host, List<String> groups, Map<String, Object> vars, Location at) {
    Names.check(host, "host", at);
    for (String group : groups) {
      Names.check(group, "group", at);
    }
    Map<String, Setting> settings = new LinkedHashMap<>();
    vars.forEach((name, value) -> settings.put(name, new Setting(Verbatim.all(value), at)));
    int rank = new ArrayList<>(inventory.hosts()).indexOf(by);
    int place = all.size();
    while (place > 0 && all.get(place - 1).rank() > rank) {
      place--;
    }
    all.add(place, new Addition(rank, host, List.copyOf(groups), settings));
    inventory = build();
    return inventory;
  }

  /**
   * Puts an inventory that was read anew in the place of the one that everything was added to.
   *
   * @return it, with all additions so far
   */
  public synchronized Inventory onto(Inventory anew) {
    base = anew;
    inventory = build();
    return inventory;
  }

  private Inventory build() {
    Map<String, InventoryHost> hosts = new LinkedHashMap<>();
    for (String host : base.hosts()) {
      hosts.put(host, base.host(host).orElseThrow());
    }
    Map<String, Group> groups = new LinkedHashMap<>();
    for (Group group : base.groups()) {
      groups.put(group.name(), group);
    }
    for (Addition addition : all) {
      String name = addition.host();
      InventoryHost host = hosts.get(name);
      boolean fresh = host == null && base.host(name).isEmpty();
      List<String> into =
          fresh && addition.groups().isEmpty() ? List.of("ungrouped") : addition.groups();
      for (String group : into) {
        groups.put(group, with(groups, group, name));
      }
      hosts.put(name, merged(name, host, addition.vars(), into, groups));
    }
    return new Inventory(
        Collections.unmodifiableMap(hosts),
        Collections.unmodifiableMap(groups),
        base.sources(),
        base.warnings());
  }

  private static Group with(Map<String, Group> groups, String name, String host) {
    Group group = groups.get(name);
    if (group == null) {
      Group top = groups.get("all");
      groups.put(
          "all",
          new Group(
              "all",
              plus(top.children(), name),
              top.parents(),
              top.hosts(),
              top.vars(),
              top.depth(),
              top.priority()));
      return new Group(name, List.of(), List.of("all"), List.of(host), Map.of(), 1, 1);
    }
    return new Group(
        name,
        group.children(),
        group.parents(),
        plus(group.hosts(), host),
        group.vars(),
        group.depth(),
        group.priority());
  }

  private InventoryHost merged(
      String name,
      InventoryHost known,
      Map<String, Setting> vars,
      List<String> into,
      Map<String, Group> groups) {
    Set<String> in = new LinkedHashSet<>();
    Map<String, Setting> all = new LinkedHashMap<>();
    String source = "";
    InventoryHost before = known == null ? base.host(name).orElse(null) : known;
    if (before != null) {
      in.addAll(before.groups());
      all.putAll(before.vars());
      source = before.source();
    }
    in.add("all");
    for (String group : into) {
      above(group, groups, in);
    }
    all.putAll(vars);
    List<String> order = new ArrayList<>(in);
    order.sort(new GroupRank(groups));
    return new InventoryHost(
        name, List.copyOf(order), Collections.unmodifiableMap(all), source, false);
  }

  private static void above(String group, Map<String, Group> groups, Set<String> to) {
    if (to.add(group)) {
      for (String parent : groups.get(group).parents()) {
        above(parent, groups, to);
      }
    }
  }

  private static List<String> plus(List<String> list, String item) {
    if (list.contains(item)) {
      return list;
    }
    List<String> longer = new ArrayList<>(list);
    longer.add(item);
    return List.copyOf(longer);
  }
}
