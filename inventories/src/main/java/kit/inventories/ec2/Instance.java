package kit.inventories.ec2;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * An instance as EC2 tells of it.
 *
 * @param region where it is
 * @param facts what is known of it, by name in snake_case, without its tags
 * @param tags by name
 */
record Instance(String region, String id, Map<String, Object> facts, Map<String, String> tags) {

  /** What Ansible's plugin says of an instance: with its reservation, and the region. */
  static Instance of(
      String region,
      Reservation reservation,
      software.amazon.awssdk.services.ec2.model.Instance told) {
    Map<String, Object> facts = Facts.of(told);
    facts.remove("tags");
    facts.put("owner_id", reservation.ownerId());
    facts.put("requester_id", reservation.requesterId() == null ? "" : reservation.requesterId());
    facts.put("reservation_id", reservation.reservationId());
    Map<String, Object> placement = new LinkedHashMap<>();
    if (facts.get("placement") instanceof Map<?, ?> given) {
      given.forEach((key, value) -> placement.put((String) key, value));
    }
    placement.put("region", region);
    facts.put("placement", placement);
    Map<String, String> tags = new LinkedHashMap<>();
    for (Tag tag : told.tags()) {
      tags.put(tag.key(), tag.value() == null ? "" : tag.value());
    }
    return new Instance(region, told.instanceId(), facts, tags);
  }

  @Override
  public String toString() {
    return "instance " + id + " of " + region;
  }
}
