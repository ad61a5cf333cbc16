package kit.vars;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.data.Setting;
import kit.inventory.Group;
import kit.inventory.Inventory;
import kit.inventory.InventoryHost;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** Names whose values kit itself knows; nobody can set them. */
final class Magic {
  static final Set<String> NAMES =
      Set.of(
          "inventory_hostname",
          "inventory_hostname_short",
          "inventory_dir",
          "inventory_file",
          "group_names",
          "groups",
          "hostvars",
          "playbook_dir",
          "play_hosts",
          "ansible_play_hosts",
          "ansible_play_hosts_all",
          "ansible_play_batch",
          "ansible_check_mode",
          "ansible_diff_mode");

  private final Inventory inventory;
  private final String playbook;
  private volatile Map<String, List<String>> groups;

  Magic(Inventory inventory, Path playbookFolder) {
    this.inventory = inventory;
    this.playbook = playbookFolder.toAbsolutePath().normalize().toString();
  }

  /** Found when first asked for: an inventory may grow thousands of times without that. */
  private Map<String, List<String>> groups() {
    if (groups == null) {
      Map<String, List<String>> found = new LinkedHashMap<>();
      for (Group group : inventory.groups()) {
        found.put(group.name(), inventory.hostsOf(group.name()));
      }
      groups = found;
    }
    return groups;
  }

  /** Refuses a name that kit sets, where somebody else would set it. */
  static void refuse(String name, Location where) {
    if (NAMES.contains(name)) {
      throw new KitException(
          new Problem(
              where, "'" + name + "' is set by kit and cannot be changed", "use another name"));
    }
  }

  static void refuse(Map<String, Setting> vars) {
    for (Map.Entry<String, Setting> entry : vars.entrySet()) {
      refuse(entry.getKey(), entry.getValue().location());
    }
  }

  /** The value; {@code hostvars} is not among these, it needs the reader. */
  Object of(String name, InventoryHost host, PlayScope play) {
    return switch (name) {
      case "inventory_hostname" -> host.name();
      case "inventory_hostname_short" -> shortName(host.name());
      case "inventory_dir" -> folder(host.source());
      case "inventory_file" -> absolute(host.source());
      case "group_names" -> inventory.groupNames(host.name());
      case "groups" -> groups();
      case "playbook_dir" -> playbook;
      case "play_hosts", "ansible_play_hosts" -> play.hosts();
      case "ansible_play_hosts_all" -> play.allHosts();
      case "ansible_play_batch" -> play.batch();
      case "ansible_check_mode" -> play.check();
      case "ansible_diff_mode" -> play.diff();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String shortName(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static String absolute(String source) {
    boolean none = source.isEmpty() || source.indexOf(',') >= 0;
    return none ? null : Path.of(source).toAbsolutePath().normalize().toString();
  }

  private static String folder(String source) {
    String file = absolute(source);
    return file == null ? null : String.valueOf(Path.of(file).getParent());
  }
}
