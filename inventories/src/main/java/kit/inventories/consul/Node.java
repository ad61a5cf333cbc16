package kit.inventories.consul;

import java.util.List;
import java.util.Map;

/**
 * A node of the catalog.
 *
 * @param name its name
 * @param id its identifier; empty if it was registered without one
 * @param datacenter where it is
 * @param address its address
 * @param tagged its addresses by lan, wan, ...
 * @param meta its meta data
 * @param health how it is, its services left aside
 * @param instances its services that are wanted
 * @param groups further groups, from the key/value store
 * @param facts further variables, from there too
 */
record Node(
    String name,
    String id,
    String datacenter,
    String address,
    Map<String, Object> tagged,
    Map<String, Object> meta,
    Health health,
    List<Instance> instances,
    List<String> groups,
    Map<String, Object> facts) {

  /** For people. */
  String place() {
    return "'" + Api.shown(name) + "' in " + Api.shown(datacenter);
  }
}
