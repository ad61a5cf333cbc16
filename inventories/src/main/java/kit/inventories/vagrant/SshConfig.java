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

  /**
   * What else decides whether a machine is reached, and is trusted: Vagrant makes new host keys.
   */
  private static final List<String> OPTIONS =
      List.of(
          "userknownhostsfile",
          "stricthostkeychecking",
          "hostkeyalias",
          "identitiesonly",
          "identityfile",
          "proxycommand",
          "proxyjump");

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
      String written = blank < 0 ? "" : line.substring(blank + 1).strip();
      String value = unquoted(written);
      String key = line.substring(0, Math.max(blank, 0)).toLowerCase(java.util.Locale.ROOT);
      if (key.equals("host")) {
        vars = machines.computeIfAbsent(value, name -> new LinkedHashMap<>());
      } else if (vars == null || blank < 0) {
        throw new SourceFailure(
            "this is not what vagrant ssh-config prints: " + line, "vagrant up");
      } else if (NAMES.containsKey(key) && !vars.containsKey(NAMES.get(key))) {
        vars.put(NAMES.get(key), key.equals("port") ? port(value) : value);
      } else if (OPTIONS.contains(key)) {
        String option = "-o " + word(line.substring(0, blank) + "=" + written);
        vars.merge("ansible_ssh_common_args", option, (before, its) -> before + " " + its);
      }
    }
    if (machines.isEmpty()) {
      throw new SourceFailure("vagrant ssh-config tells of no machine", "vagrant up");
    }
    List<FoundHost> hosts = new ArrayList<>();
    machines.forEach((name, its) -> hosts.add(new FoundHost(name, List.of("vagrant"), its)));
    return hosts;
  }

  /** As one word of a command line. */
  private static String word(String text) {
    boolean plain = text.chars().noneMatch(c -> " \t\"'\\#".indexOf(c) >= 0);
    return plain
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("'", "\\'") + '"';
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
