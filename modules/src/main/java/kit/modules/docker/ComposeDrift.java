package kit.modules.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a service differs from its definition.
 *
 * @param service name
 * @param there its containers
 * @param count how many there should be
 * @param job whether its containers may have ended
 * @param hash of the definition; empty if it must not matter
 * @param images ids by name
 */
record ComposeDrift(
    String service,
    List<ComposeContainer> there,
    int count,
    boolean job,
    String hash,
    Map<String, String> images) {

  /**
   * A line of a difference.
   *
   * @param field what differs
   * @param from what it is
   * @param to what it shall be
   */
  record Line(String field, String from, String to) {}

  /** What is to be done so that it runs. */
  List<Line> running() {
    List<Line> lines = made();
    for (ComposeContainer each : there) {
      if (!each.running() && !(job && each.done()) && lines.isEmpty()) {
        lines.add(new Line(each.name(), state(each), "running"));
      }
    }
    return lines;
  }

  /** What is to be done so that it is there and does not run. */
  List<Line> stopped() {
    List<Line> lines = made();
    for (ComposeContainer each : there) {
      if (each.running() || each.state().equals("restarting") || each.state().equals("paused")) {
        lines.add(new Line(each.name(), each.state(), "stopped"));
      }
    }
    return lines;
  }

  /** Whether containers come, or are made anew. */
  boolean creates() {
    return !made().isEmpty();
  }

  private List<Line> made() {
    List<Line> lines = new ArrayList<>();
    if (there.size() != count) {
      lines.add(new Line(service, containers(there.size()), containers(count)));
    }
    for (ComposeContainer each : there) {
      String image = images.getOrDefault(tagged(each.image()), each.imageId());
      if (!hash.isEmpty() && !each.hash().equals(hash)) {
        lines.add(
            new Line(each.name(), "definition " + brief(each.hash()), "definition " + brief(hash)));
      } else if (!hash.isEmpty() && !image.equals(each.imageId())) {
        lines.add(new Line(each.name(), "image " + brief(each.imageId()), "image " + brief(image)));
      }
    }
    return lines;
  }

  private static String tagged(String image) {
    return ImageName.of(image).familiar();
  }

  private static String state(ComposeContainer container) {
    return container.state().equals("exited")
        ? "exited (" + container.exit() + ")"
        : container.state();
  }

  private static String containers(int count) {
    return count == 0 ? "" : count == 1 ? "1 container" : count + " containers";
  }

  static String brief(String digest) {
    int colon = digest.indexOf(':') + 1;
    return digest.substring(colon, Math.min(digest.length(), colon + 12));
  }
}
