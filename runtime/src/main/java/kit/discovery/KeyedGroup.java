package kit.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.inventory.GroupName;

/**
 * Groups made of the values of an expression, as Ansible's {@code keyed_groups}.
 *
 * @param key the expression
 * @param prefix what group names begin with
 * @param separator between prefix and value, and between the names and values of a map
 * @param parent the group above, which may be a template; empty for none
 * @param preset the value that stands for an empty one
 * @param trailing whether the separator follows a name whose value is empty
 */
record KeyedGroup(
    String key,
    String prefix,
    String separator,
    String parent,
    Optional<String> preset,
    boolean trailing) {

  /**
   * The names of the groups that a value puts a host into; null if it is neither text, a list nor a
   * map.
   *
   * @param leading whether names without a prefix begin with the separator
   */
  List<String> names(Object value, boolean leading) {
    List<String> bare = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, its) -> bare.add(pair(text(name), text(its))));
    } else if (value instanceof List<?> items) {
      items.forEach(item -> bare.add(orPreset(text(item))));
    } else if (value == null || "".equals(value) && preset.isEmpty()) {
      return List.of();
    } else {
      bare.add(orPreset(text(value)));
    }
    String between = prefix.isEmpty() && !leading ? "" : separator;
    List<String> names = new ArrayList<>();
    for (String each : bare) {
      names.add(GroupName.of(prefix + between + each));
    }
    return names;
  }

  /** Whether a value is nothing; a list or a map without entries is something. */
  static boolean isNothing(Object value) {
    return value == null || "".equals(value);
  }

  private String pair(String name, String value) {
    if (!value.isEmpty()) {
      return name + separator + value;
    }
    return preset.isPresent()
        ? name + separator + preset.get()
        : trailing ? name + separator : name;
  }

  private String orPreset(String text) {
    return text.isEmpty() ? preset.orElse("") : text;
  }

  /** As Python writes it. */
  private static String text(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    return value == null ? "None" : value.toString();
  }
}
