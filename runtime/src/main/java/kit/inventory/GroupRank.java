package kit.inventory;

import java.util.Comparator;
import java.util.Map;

/** Which groups of a host are weaker: first by depth, then by priority, then by name. */
record GroupRank(Map<String, Group> groups) implements Comparator<String> {

  @Override
  public int compare(String a, String b) {
    int order = Integer.compare(groups.get(a).depth(), groups.get(b).depth());
    if (order == 0) {
      order = Integer.compare(groups.get(a).priority(), groups.get(b).priority());
    }
    return order == 0 ? a.compareTo(b) : order;
  }
}
