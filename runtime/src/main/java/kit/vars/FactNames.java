package kit.vars;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import kit.query.AnsibleFacts;

/**
 * Facts under the names that templates use: {@code facts.os.family}, and Ansible's {@code
 * ansible_facts.x} and {@code ansible_x}. They are asked for when one is first read.
 */
final class FactNames {

  static final FactNames NONE = new FactNames(null);

  private final Supplier<Map<String, Object>> source;
  private volatile Map<String, Object> ansible;

  FactNames(Supplier<Map<String, Object>> source) {
    this.source = source;
  }

  boolean has(String name) {
    if (source == null) {
      return false;
    }
    return name.equals("facts")
        || name.equals("ansible_facts")
        || name.startsWith("ansible_") && !reaches(name) && ansible().containsKey(name);
  }

  /** Whether it says how to reach the host: nobody has to be asked to know that it is no fact. */
  private static boolean reaches(String name) {
    return switch (name) {
      case "ansible_host",
          "ansible_port",
          "ansible_user",
          "ansible_password",
          "ansible_connection" ->
          true;
      default -> name.startsWith("ansible_ssh_") || name.startsWith("ansible_become");
    };
  }

  Object get(String name) {
    if (name.equals("facts")) {
      return source.get();
    }
    return name.equals("ansible_facts") ? bare() : ansible().get(name);
  }

  /** Ansible's names without their prefix, as {@code ansible_facts} has them. */
  private Map<String, Object> bare() {
    Map<String, Object> bare = new LinkedHashMap<>();
    ansible().forEach((name, value) -> bare.put(name.substring("ansible_".length()), value));
    return bare;
  }

  private Map<String, Object> ansible() {
    if (ansible == null) {
      ansible = AnsibleFacts.of(source.get());
    }
    return ansible;
  }
}
