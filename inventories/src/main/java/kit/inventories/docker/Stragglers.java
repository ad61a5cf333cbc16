package kit.inventories.docker;

import java.util.ArrayList;
import java.util.List;
import kit.spi.inventory.SourceFailure;

/** Containers that nobody can get into as things are, and what comes of them. */
final class Stragglers {
  private static final int NAMED = 5;
  private static final String GROUP = "unreachable";

  private final Docker.Unreachable what;
  private final String engine;
  private final List<String> left = new ArrayList<>();

  Stragglers(Docker.Unreachable what, String engine) {
    this.what = what;
    this.engine = engine;
  }

  /**
   * Whether the container is a host all the same.
   *
   * @param groups its groups, which get one more
   * @throws SourceFailure if none may be like this
   */
  boolean keep(Box box, String trouble, List<String> groups) {
    return switch (what) {
      case SKIP -> {
        left.add(box.name() + " " + trouble);
        yield false;
      }
      case GROUP -> groups.add(GROUP);
      case FAIL ->
          throw new SourceFailure(
              "the container " + box.name() + " at " + engine + " " + trouble,
              "unreachable: skip leaves such containers out, group marks them");
    };
  }

  List<String> warnings() {
    if (left.isEmpty()) {
      return List.of();
    }
    String some = String.join(", ", left.subList(0, Math.min(NAMED, left.size())));
    String more = left.size() > NAMED ? " and " + (left.size() - NAMED) + " more" : "";
    return List.of(
        "containers left out: " + some + more + " (unreachable: group or fail treats them so)");
  }
}
