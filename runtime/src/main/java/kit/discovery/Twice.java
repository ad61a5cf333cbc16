package kit.discovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.inventory.InventoryBuilder;
import kit.model.Location;
import kit.spi.inventory.FoundHost;

/** Tells of names under which two sources have found different hosts: one of the two is hidden. */
final class Twice {
  private static final int NAMED = 5;
  private static final List<String> WAY =
      List.of(
          "ansible_connection",
          "ansible_host",
          "ansible_ssh_host",
          "ansible_port",
          "ansible_ssh_port",
          "ansible_docker_docker_host");

  private final InventoryBuilder into;
  private final Location at;
  private final Map<Location, List<String>> names = new LinkedHashMap<>();

  /**
   * @param at the source that is asked now
   */
  Twice(InventoryBuilder into, Location at) {
    this.into = into;
    this.at = at;
  }

  void note(FoundHost host) {
    StringBuilder way = new StringBuilder();
    for (String name : WAY) {
      way.append(host.vars().get(name)).append('\n');
    }
    into.reached(host.name(), way.toString(), at)
        .ifPresent(by -> names.computeIfAbsent(by, there -> new ArrayList<>()).add(host.name()));
  }

  void warn() {
    names.forEach(
        (by, hosts) -> {
          String some = String.join(", ", hosts.subList(0, Math.min(NAMED, hosts.size())));
          String more = hosts.size() > NAMED ? " and " + (hosts.size() - NAMED) + " more" : "";
          into.warn(
              at
                  + ": "
                  + some
                  + more
                  + ": found by "
                  + by
                  + " too, but elsewhere; what is said here wins");
        });
  }
}
