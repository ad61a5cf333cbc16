package kit.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.data.Setting;

/** Turns drafts into the finished inventory: depths, and the groups of each host in order. */
final class InventoryAssembly {
  private final InventoryBuilder builder;
  private final Map<String, Integer> depths = new HashMap<>();
  private final Map<String, Set<String>> above = new HashMap<>();

  InventoryAssembly(InventoryBuilder builder) {
    this.builder = builder;
  }

  Inventory inventory(List<InventorySource> sources, List<String> warnings) {
    Map<String, Group> groups = new LinkedHashMap<>();
    Map<String, Set<String>> direct = new HashMap<>();
    for (Map.Entry<String, InventoryBuilder.Draft> entry : builder.groups.entrySet()) {
      String group = entry.getKey();
      groups.put(group, group(group, entry.getValue()));
      for (String host : entry.getValue().hosts) {
        if (!direct.containsKey(host)) {
          direct.put(host, new LinkedHashSet<>());
        }
        direct.get(host).add(group);
      }
    }
    Map<String, InventoryHost> hosts = new LinkedHashMap<>();
    for (Map.Entry<String, Map<String, Setting>> entry : builder.hosts.entrySet()) {
      String name = entry.getKey();
      List<String> order = inOrder(direct.getOrDefault(name, Set.of()), groups);
      Map<String, Setting> vars = Collections.unmodifiableMap(entry.getValue());
      hosts.put(name, new InventoryHost(name, order, vars, builder.origins.get(name), false));
    }
    return new Inventory(
        Collections.unmodifiableMap(hosts), Collections.unmodifiableMap(groups), sources, warnings);
  }

  private Group group(String name, InventoryBuilder.Draft draft) {
    return new Group(
        name,
        List.copyOf(draft.children),
        List.copyOf(draft.parents),
        List.copyOf(draft.hosts),
        Collections.unmodifiableMap(draft.vars),
        depth(name),
        draft.priority);
  }

  private int depth(String name) {
    Integer known = depths.get(name);
    if (known != null) {
      return known;
    }
    int depth = 0;
    for (String parent : builder.groups.get(name).parents) {
      depth = Math.max(depth, depth(parent) + 1);
    }
    depths.put(name, depth);
    return depth;
  }

  private List<String> inOrder(Set<String> direct, Map<String, Group> groups) {
    Set<String> all = new LinkedHashSet<>();
    all.add("all");
    for (String group : direct) {
      all.add(group);
      all.addAll(ancestors(group));
    }
    List<String> order = new ArrayList<>(all);
    order.sort(new GroupRank(groups));
    return List.copyOf(order);
  }

  private Set<String> ancestors(String group) {
    Set<String> found = above.get(group);
    if (found == null) {
      found = new LinkedHashSet<>();
      for (String parent : builder.groups.get(group).parents) {
        found.add(parent);
        found.addAll(ancestors(parent));
      }
      above.put(group, found);
    }
    return found;
  }
}
