package kit.inventories.consul;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service on a node.
 *
 * @param service its name
 * @param id what tells it from others of the name on the node
 * @param address its own address; empty for that of the node
 * @param port its port; 0 if it has none
 * @param tags its tags
 * @param meta its meta data
 * @param health how it is, its node taken into account
 */
record Instance(
    String service,
    String id,
    String address,
    long port,
    List<String> tags,
    Map<String, Object> meta,
    Health health) {

  /** As a variable. */
  Map<String, Object> shown() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("service", service);
    shown.put("id", id);
    shown.put("address", address);
    shown.put("port", port);
    shown.put("tags", tags);
    shown.put("meta", meta);
    shown.put("health", health.word());
    return shown;
  }
}
