package kit.inventories.ec2;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.spi.PlanException;
import kit.spi.inventory.GroupName;

/**
 * One entry of {@code hostnames}.
 *
 * @param name the name of a filter, {@code tag:...}, or words that stand for themselves
 * @param prefix the same, put before the name of an instance that has both; empty for none
 * @param separator between the two
 */
record HostName(String name, String prefix, String separator) {
  static final List<HostName> PRESET =
      List.of(new HostName("dns-name", "", "_"), new HostName("private-dns-name", "", "_"));

  static List<HostName> all(List<?> written) {
    List<HostName> names = new ArrayList<>();
    written.forEach(each -> names.add(of(each)));
    return names;
  }

  static HostName of(Object written) {
    if (!(written instanceof Map<?, ?> map)) {
      String name = String.valueOf(written);
      if (!name.startsWith("tag:")) {
        Attribute.check(name);
      }
      return new HostName(name, "", "_");
    }
    for (Object key : map.keySet()) {
      if (!List.of("name", "prefix", "separator").contains(key)) {
        throw new PlanException(
            "hostnames knows no '" + key + "'", "a map there has name, prefix and separator");
      }
    }
    Object name = map.get("name");
    Object prefix = map.get("prefix");
    Object separator = map.get("separator");
    if (name == null) {
      throw new PlanException("hostnames wants a name in each map", "name: tag:Name");
    }
    return new HostName(
        name.toString(),
        prefix == null ? "" : prefix.toString(),
        separator == null ? "_" : separator.toString());
  }

  /** What an instance is called: the first of the names that it has, or all of them. */
  static List<String> of(Instance instance, List<HostName> names, boolean all) {
    Set<String> found = new LinkedHashSet<>();
    for (HostName each : names) {
      for (String name : each.of(instance)) {
        found.add(safe(name));
        if (!all) {
          return List.copyOf(found);
        }
      }
    }
    return List.copyOf(found);
  }

  private List<String> of(Instance instance) {
    List<String> values = values(name, instance);
    List<String> before = prefix.isEmpty() ? List.of() : values(prefix, instance);
    return values.isEmpty() || before.isEmpty()
        ? values
        : List.of(safe(before.get(0)) + separator + safe(values.get(0)));
  }

  /** As Ansible's plugin has it: a colon would begin a port. */
  private static String safe(String name) {
    return name.indexOf(':') >= 0 ? GroupName.of(name) : name;
  }

  private static List<String> values(String word, Instance instance) {
    return word.startsWith("tag:")
        ? tags(word.substring("tag:".length()), instance.tags())
        : Attribute.of(word, instance);
  }

  private static List<String> tags(String wanted, Map<String, String> tags) {
    List<String> values = new ArrayList<>();
    for (String each : wanted.split(",")) {
      int equals = each.indexOf('=');
      String key = equals < 0 ? each : each.substring(0, equals);
      String value = tags.getOrDefault(key, "");
      if (equals < 0 && !value.isEmpty()) {
        values.add(value);
      } else if (equals >= 0 && tags.containsKey(key) && value.equals(each.substring(equals + 1))) {
        values.add(key + "_" + value);
      }
    }
    return values;
  }
}
