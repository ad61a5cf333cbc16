package kit.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kit.data.Setting;
import kit.data.Vaulted;
import kit.data.Verbatim;

/** The inventory as {@code ansible-inventory --list} prints it: values unrendered and encrypted. */
public final class InventoryListing {

  private InventoryListing() {}

  /**
   * Groups with their hosts and children, and the variables of each host under {@code _meta}.
   *
   * @param vars the variables of a host by its name
   */
  public static Map<String, Object> of(
      Inventory inventory, Function<String, Map<String, Setting>> vars) {
    Map<String, Object> hostvars = new LinkedHashMap<>();
    for (String host : inventory.hosts()) {
      Map<String, Object> values = new LinkedHashMap<>();
      vars.apply(host).forEach((name, setting) -> values.put(name, plain(setting.value())));
      if (!values.isEmpty()) {
        hostvars.put(host, values);
      }
    }
    Map<String, Object> listing = new LinkedHashMap<>();
    listing.put("_meta", Map.of("hostvars", hostvars));
    for (Group group : inventory.groups()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      if (!group.hosts().isEmpty() && !group.name().equals("all")) {
        entry.put("hosts", group.hosts());
      }
      if (!group.children().isEmpty()) {
        entry.put("children", group.children());
      }
      if (!entry.isEmpty()) {
        listing.put(group.name(), entry);
      }
    }
    return listing;
  }

  private static Object plain(Object value) {
    if (value instanceof Verbatim verbatim) {
      return Map.of("__ansible_unsafe", verbatim.text());
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
      Map<String, Object> out = new LinkedHashMap<>();
      map.forEach((key, item) -> out.put(String.valueOf(key), plain(item)));
      return out;
    }
    return value;
  }
}
