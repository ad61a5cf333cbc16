package kit.modules.docker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A container of a project.
 *
 * @param name of the container
 * @param id of the container
 * @param service that it belongs to
 * @param hash of the definition that it was made of
 * @param oneOff whether somebody started it for once, with {@code run}
 * @param state running, exited, ...
 * @param exit status of its end
 * @param health starting, healthy or unhealthy; empty if nothing looks after it
 * @param image name of its image
 * @param imageId of the image it was made of
 */
record ComposeContainer(
    String name,
    String id,
    String service,
    String hash,
    boolean oneOff,
    String state,
    long exit,
    String health,
    String image,
    String imageId) {

  private static final String LABEL = "com.docker.compose.";

  static List<ComposeContainer> read(String lines) {
    List<ComposeContainer> containers = new ArrayList<>();
    for (Node node : Node.lines(lines)) {
      Node labels = node.at("Config", "Labels");
      String name = node.at("Name").text();
      containers.add(
          new ComposeContainer(
              name.startsWith("/") ? name.substring(1) : name,
              node.at("Id").text(),
              labels.at(LABEL + "service").text(),
              labels.at(LABEL + "config-hash").text(),
              labels.at(LABEL + "oneoff").text().equalsIgnoreCase("true"),
              node.at("State", "Status").text(),
              node.at("State", "ExitCode").number(),
              node.at("State", "Health", "Status").text(),
              node.at("Config", "Image").text(),
              node.at("Image").text()));
    }
    containers.sort(Comparator.comparing(ComposeContainer::name));
    return containers;
  }

  boolean running() {
    return state.equals("running");
  }

  boolean done() {
    return state.equals("exited") && exit == 0;
  }

  /** Running, and well if somebody looks. */
  boolean settled() {
    return running() && (health.isEmpty() || health.equals("healthy"));
  }

  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", name);
    values.put("service", service);
    values.put("id", id);
    values.put("state", state);
    values.put("health", health);
    values.put("exitCode", exit);
    values.put("image", image);
    return values;
  }
}
