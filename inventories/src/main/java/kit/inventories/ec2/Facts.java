package kit.inventories.ec2;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * What the SDK has read, as plain data with the names that Ansible gives it. Both follow Amazon's
 * own model of the API, so that nothing has to be listed here.
 */
final class Facts {
  /** As Python's isoformat() writes a time. */
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'").withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'").withZone(ZoneOffset.UTC);

  private Facts() {}

  static Map<String, Object> of(SdkPojo told) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (SdkField<?> field : told.sdkFields()) {
      Object value = field.getValueOrDefault(told);
      boolean absent =
          value == null
              || value instanceof SdkAutoConstructList<?>
              || value instanceof SdkAutoConstructMap<?, ?>;
      if (!absent) {
        facts.put(SnakeCase.of(field.memberName()), plain(value));
      }
    }
    return facts;
  }

  private static Object plain(Object value) {
    if (value instanceof SdkPojo pojo) {
      return of(pojo);
    }
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>(list.size());
      list.forEach(item -> items.add(plain(item)));
      return items;
    }
    if (value instanceof Instant time) {
      return (time.getNano() == 0 ? SECONDS : MICROSECONDS).format(time);
    }
    return value instanceof Number || value instanceof Boolean ? value : value.toString();
  }
}
