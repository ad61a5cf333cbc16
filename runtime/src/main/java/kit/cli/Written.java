package kit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kit.data.Setting;
import kit.data.Vaulted;
import kit.data.Verbatim;
import kit.inventory.InventoryListing;

/** Values as they are written, for people to read; passwords are not shown. */
final class Written {
  private static final String MASK = "******";

  private Written() {}

  static String value(String name, Setting setting) {
    return value(name, setting.value());
  }

  static String value(String name, Object value) {
    if (value instanceof Vaulted) {
      return "!vault " + MASK;
    }
    if (value instanceof Verbatim verbatim) {
      return "!unsafe " + verbatim.text();
    }
    return isPassword(name)
        ? MASK
        : AnsibleText.line(InventoryListing.plain(each(value, Written::hidden)));
  }

  /** Names of connection variables that hold passwords. */
  static boolean isPassword(String name) {
    return name.startsWith("ansible_") && (name.endsWith("_password") || name.endsWith("_pass"));
  }

  /** A value with each of its parts replaced that is neither list nor map. */
  static Object each(Object value, UnaryOperator<Object> part) {
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(item -> copy.add(each(item, part)));
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(key, each(item, part)));
      return copy;
    }
    return part.apply(value);
  }

  /** Whether some of it is encrypted. */
  static boolean isVaulted(Object value) {
    boolean[] vaulted = {false};
    each(
        value,
        part -> {
          vaulted[0] |= part instanceof Vaulted;
          return part;
        });
    return vaulted[0];
  }

  private static Object hidden(Object part) {
    return part instanceof Vaulted
        ? "!vault " + MASK
        : part instanceof Verbatim its ? its.text() : part;
  }
}
