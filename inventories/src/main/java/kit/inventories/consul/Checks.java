package kit.inventories.consul;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The health of all nodes and services of a datacenter, from one answer. */
final class Checks {

  private final Map<String, Health> nodes = new HashMap<>();
  private final Map<String, Health> instances = new HashMap<>();

  Checks(List<Row> rows) {
    for (Row row : rows) {
      Health health = Health.of(row.text("Status"));
      String service = row.text("ServiceID");
      if (service.isEmpty()) {
        nodes.merge(row.text("Node"), health, Health::worse);
      } else {
        instances.merge(key(row.text("Node"), service), health, Health::worse);
      }
    }
  }

  /** What has no check passes, as Consul has it. */
  Health node(String name) {
    return nodes.getOrDefault(name, Health.PASSING);
  }

  /** A service is not better than its node. */
  Health instance(String node, String id) {
    return instances.getOrDefault(key(node, id), Health.PASSING).worse(node(node));
  }

  private static String key(String node, String id) {
    return node.length() + ":" + node + id;
  }
}
