package kit.spi.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * A host that a source knows.
 *
 * @param name its name in the inventory
 * @param groups the groups it is in; none for {@code ungrouped}
 * @param vars its variables, those of the connection such as {@code ansible_host} among them: text,
 *     numbers, truth, null, lists and maps of these. They are data and never rendered.
 */
public record FoundHost(String name, List<String> groups, Map<String, Object> vars) {
  public FoundHost {
    groups = List.copyOf(new LinkedHashSet<>(groups));
    vars = Collections.unmodifiableMap(new LinkedHashMap<>(vars));
  }

  /** The same host, in these groups too. */
  public FoundHost in(List<String> more) {
    List<String> all = new ArrayList<>(groups);
    all.addAll(more);
    return new FoundHost(name, all, vars);
  }

  /** The same host with these variables too, which win. */
  public FoundHost with(Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(vars);
    all.putAll(more);
    return new FoundHost(name, groups, all);
  }
}
