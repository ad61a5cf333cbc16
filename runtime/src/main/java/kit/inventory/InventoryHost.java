package kit.inventory;

import java.util.List;
import java.util.Map;
import kit.data.Setting;

/**
 * A host as the inventory declares it.
 *
 * @param name its name
 * @param groups every group it is in, {@code all} first, then by depth, priority and name: the
 *     order in which their variables win
 * @param vars variables set on it in inventory files
 * @param source the inventory source that named it first; empty for the implicit localhost
 * @param implicit whether the inventory does not hold it: {@code localhost} used without being
 *     declared
 */
public record InventoryHost(
    String name, List<String> groups, Map<String, Setting> vars, String source, boolean implicit) {}
