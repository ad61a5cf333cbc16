package kit.inventories.vagrant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.spi.inventory.FoundHost;
import kit.spi.inventory.SourceFailure;

/** What {@code vagrant ssh-config} prints: blocks of ssh's configuration, one for each machine. */
final class SshConfig {
  private static final Map<String, String> NAMES =
      Map.of(
          "hostname", "ansible_host",
          "port", "ansible_port",
          "user", "ansible_user",
          "identityfile", "ansible_ssh_private_key_file");

  private SshConfig() {}

  static List<FoundHost> hosts(String text) {
    Map<String, Map<String, Object>> machines = new LinkedHashMap<>();
    Map<String, Object> vars = null;
    for (String each : text.split("\n")) {
      String line = each.strip();
      int blank = line.indexOf(' ');
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String value = blank < 0 ? "" : unquoted(line.substring(blank + 1).strip());
      String key = line.substring(0, Math.max(blank, 0)).toLowerCase(java.util.Locale.ROOT);
      if (key.equals("host")) {
        vars = machines.computeIfAbsent(value, name -> new LinkedHashMap<>());
      } else if (vars == null || blank < 0) {
        throw new SourceFailure(
            "this is not what vagrant ssh-config prints: " + line, "vagrant up");
      } else if (NAMES.containsKey(key)) {
        vars.putIfAbsent(NAMES.get(key), key.equals("port") ? port(value) : value);
      }
    }
    List<FoundHost> hosts = new ArrayList<>();
    machines.forEach((name, its) -> hosts.add(new FoundHost(name, List.of("vagrant"), its)));
    return hosts;
  }

  private static Object port(String value) {
    try {
      return Integer.valueOf(value);
    } catch (NumberFormatException e) {
      throw new SourceFailure("'" + value + "' is no port", "vagrant up");
    }
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
