package kit.inventory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kit.data.Overlay;
import kit.data.Setting;
import kit.data.Vaulted;
import kit.data.Verbatim;

/** The inventory as {@code ansible-inventory --list} prints it: values unrendered and encrypted. */
public final class InventoryListing {

  /** Names that Ansible sets itself: it lists no values written for them (INTERNAL_VARS). */
  private static final Set<String> INTERNAL =
      Set.of(
          "ansible_config_file",
          "ansible_diff_mode",
          "ansible_facts",
          "ansible_forks",
          "ansible_inventory_sources",
          "ansible_limit",
          "ansible_playbook_python",
          "ansible_run_tags",
          "ansible_skip_tags",
          "ansible_verbosity",
          "ansible_version",
          "inventory_dir",
          "inventory_file",
          "inventory_hostname",
          "inventory_hostname_short",
          "groups",
          "group_names",
          "omit",
          "playbook_dir");

  private InventoryListing() {}

  /**
   * Groups with their hosts and children, and the variables of each host under {@code _meta}.
   *
   * @param hosts those that are shown
   * @param vars the variables of a host by its name
   */
  public static Map<String, Object> of(
      Inventory inventory, Set<String> hosts, Function<String, Map<String, Setting>> vars) {
    Map<String, Object> hostvars = new LinkedHashMap<>();
    for (String host : inventory.hostsOf("all")) {
      if (!hosts.contains(host)) {
        continue;
      }
      Map<String, Object> values = vars(vars.apply(host));
      if (!values.isEmpty()) {
        hostvars.put(host, values);
      }
    }
    Map<String, Object> listing = new LinkedHashMap<>();
    group("all", inventory, hosts, new HashSet<>(), listing);
    listing.put("_meta", Map.of("hostvars", hostvars));
    return listing;
  }

  /** In Ansible's order, a group before those below it: it is seen where maps cannot be sorted. */
  private static void group(
      String name,
      Inventory inventory,
      Set<String> hosts,
      Set<String> seen,
      Map<String, Object> listing) {
    Group group = inventory.group(name).orElseThrow();
    List<String> its = group.hosts().stream().filter(hosts::contains).toList();
    Map<String, Object> entry = new LinkedHashMap<>();
    if (!its.isEmpty() && !name.equals("all")) {
      entry.put("hosts", its);
    }
    if (!group.children().isEmpty()) {
      entry.put("children", group.children());
    }
    if (!entry.isEmpty()) {
      listing.put(name, entry);
    }
    for (String child : group.children()) {
      if (seen.add(child)) {
        group(child, inventory, hosts, seen, listing);
      }
    }
  }

  /** The variables of one host, as {@code ansible-inventory --host} prints them. */
  public static Map<String, Object> vars(Map<String, Setting> vars) {
    Map<String, Object> values = new LinkedHashMap<>();
    vars.forEach(
        (name, setting) -> {
          if (!INTERNAL.contains(name)) {
            values.put(name, plain(setting.value()));
          }
        });
    return values;
  }

  /** A value as written, in what JSON knows; encrypted text stays so. */
  public static Object plain(Object value) {
    if (value instanceof Verbatim verbatim) {
      return Map.of("__ansible_unsafe", verbatim.text());
    }
    if (value instanceof Overlay over) {
      return plain(over.value());
    }
    if (value instanceof Vaulted vaulted) {
      return Map.of("__ansible_vault", vaulted.ciphertext());
    }
    if (value instanceof List<?> list) {
      List<Object> out = new ArrayList<>(list.size());
      list.forEach(item -> out.add(plain(item)));
      return out;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> out = new LinkedHashMap<>();
      map.forEach((key, item) -> out.put(key, plain(item)));
      return out;
    }
    return value;
  }
}
