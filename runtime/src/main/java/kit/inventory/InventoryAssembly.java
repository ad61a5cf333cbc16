package kit.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    builder.groups.forEach((name, draft) -> groups.put(name, group(name, draft)));
    Map<String, Set<String>> direct = new HashMap<>();
    groups.values().forEach(g -> g.hosts().forEach(h -> of(direct, h).add(g.name())));
    Map<String, InventoryHost> hosts = new LinkedHashMap<>();
    builder.hosts.forEach(
        (name, vars) -> {
          List<String> order = inOrder(direct.getOrDefault(name, Set.of()), groups);
          String source = builder.origins.get(name);
          hosts.put(
              name,
              new InventoryHost(name, order, Collections.unmodifiableMap(vars), source, false));
        });
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
    order.sort(
        Comparator.comparingInt((String g) -> groups.get(g).depth())
            .thenComparingInt(g -> groups.get(g).priority())
            .thenComparing(g -> g));
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

  private static Set<String> of(Map<String, Set<String>> map, String key) {
    return map.computeIfAbsent(key, k -> new LinkedHashSet<>());
  }
}
