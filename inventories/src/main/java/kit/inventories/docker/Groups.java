package kit.inventories.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.spi.PlanException;
import kit.spi.inventory.GroupName;

/** Groups of containers. */
final class Groups {
  static final String PROJECT = "com.docker.compose.project";
  static final String SERVICE = "com.docker.compose.service";
  private static final String ONE_LABEL = "label:";

  private Groups() {}

  static void check(List<String> kinds) {
    for (String kind : kinds) {
      switch (kind) {
        case "label", "image", "network", "project", "service", "state" -> {}
        default -> {
          if (!kind.startsWith(ONE_LABEL) || kind.length() == ONE_LABEL.length()) {
            throw new PlanException(
                "docker: groupsBy cannot be '" + kind + "'",
                "label, label:KEY, image, network, project, service or state");
          }
        }
      }
    }
  }

  static List<String> of(Box box, List<String> kinds) {
    List<String> groups = new ArrayList<>();
    for (String kind : kinds) {
      switch (kind) {
        case "label" -> {
          for (Map.Entry<String, Object> each : box.labels().entrySet()) {
            groups.add(labelled(each.getKey(), String.valueOf(each.getValue())));
          }
        }
        case "image" -> groups.add(GroupName.of("image_" + box.image()));
        case "network" -> {
          for (String network : box.networks()) {
            groups.add(GroupName.of("network_" + network));
          }
        }
        case "project" ->
            box.label(PROJECT).ifPresent(name -> groups.add(GroupName.of("project_" + name)));
        case "service" ->
            box.label(SERVICE).ifPresent(name -> groups.add(GroupName.of("service_" + name)));
        case "state" -> groups.add(GroupName.of("state_" + box.state()));
        default -> {
          String key = kind.substring(ONE_LABEL.length());
          Optional<String> value = box.label(key);
          value.ifPresent(text -> groups.add(labelled(key, text)));
        }
      }
    }
    return groups;
  }

  private static String labelled(String key, String value) {
    return GroupName.of("label_" + key + (value.isEmpty() ? "" : "_" + value));
  }

  /**
   * Those of Ansible's old script.
   *
   * @param engine the engine as the user names it
   */
  static List<String> legacy(Box box, String engine) {
    List<String> groups = new ArrayList<>();
    if (!box.image().isEmpty()) {
      groups.add(plain("image_" + box.image()));
    }
    box.label("com.docker.stack.namespace").ifPresent(name -> groups.add(plain("stack_" + name)));
    box.label("com.docker.swarm.service.name")
        .ifPresent(name -> groups.add(plain("service_" + name)));
    groups.add(plain(box.id()));
    groups.add(plain(box.shortId()));
    groups.add(plain(engine));
    groups.add(box.running() ? "running" : "stopped");
    return groups;
  }

  /** Ansible takes these as they are; here a name has no sign that patterns are made of. */
  private static String plain(String text) {
    StringBuilder name = new StringBuilder(text);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.') {
        name.setCharAt(i, '_');
      }
    }
    return name.toString();
  }
}
