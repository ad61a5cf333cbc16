package kit.inventory;

import java.util.List;
import java.util.Map;
import kit.data.Setting;

/**
 * A group as the inventory declares it.
 *
 * @param name its name
 * @param children names of the groups directly below it
 * @param parents names of the groups directly above it
 * @param hosts names of the hosts directly in it
 * @param vars variables set on it in inventory files
 * @param depth length of the longest way from {@code all} down to it
 * @param priority {@code ansible_group_priority}, 1 by default; the higher one wins among siblings
 */
public record Group(
    String name,
    List<String> children,
    List<String> parents,
    List<String> hosts,
    Map<String, Setting> vars,
    int depth,
    int priority) {}
