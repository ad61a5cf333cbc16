package kit.inventories.ec2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.Filter;

/** Filters of DescribeInstances as Ansible writes them. */
final class Filters {
  private static final String STATE = "instance-state-name";
  private static final List<String> ALIVE = List.of("running", "pending", "stopping", "stopped");

  private Filters() {}

  /**
   * @param states wanted if the filters do not say; those of instances that still exist if empty
   */
  static List<Filter> of(Map<String, Object> written, List<String> states) {
    List<Filter> filters = new ArrayList<>();
    written.forEach((name, value) -> filters.add(filter(name, texts(value))));
    if (!written.containsKey(STATE)) {
      filters.add(filter(STATE, states.isEmpty() ? ALIVE : states));
    }
    return filters;
  }

  private static Filter filter(String name, List<String> values) {
    return Filter.builder().name(name).values(values).build();
  }

  private static List<String> texts(Object value) {
    if (!(value instanceof List<?> list)) {
      return List.of(String.valueOf(value));
    }
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(String.valueOf(each)));
    return texts;
  }
}
