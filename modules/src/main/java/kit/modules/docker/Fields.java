package kit.modules.docker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kit.spi.PlanException;

/** Maps within arguments, whose fields may be written as Ansible writes them: ipv4_address. */
final class Fields {

  private Fields() {}

  /**
   * The map with the fields as kit calls them.
   *
   * @param what has them: {@code a mount}
   * @throws PlanException if it has others
   */
  static Map<String, Object> of(String what, Map<?, ?> given, List<String> known) {
    Map<String, Object> fields = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          String field =
              known.stream()
                  .filter(each -> plain(each).equals(plain(String.valueOf(name))))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new PlanException(
                              what + " has no '" + name + "'",
                              "it has " + String.join(", ", known)));
          fields.put(field, value);
        });
    return fields;
  }

  /** A field that is true or false; false if it is not there. */
  static boolean truth(Map<String, Object> map, String field) {
    Object value = map.getOrDefault(field, false);
    if (!(value instanceof Boolean truth)) {
      throw new PlanException("'" + field + "' wants true or false, not '" + value + "'", "");
    }
    return truth;
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
