package kit.inventory;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kit.data.DataFile;
import kit.model.Location;

/** What {@code --limit} leaves of the hosts of a pattern. */
public final class Limit {
  static final Location PATTERN = new Location("PATTERN", 0, 0);
  private static final Location PLACE = new Location("--limit", 0, 0);

  private final List<HostPattern> patterns;

  private Limit(List<HostPattern> patterns) {
    this.patterns = patterns;
  }

  /** Leaves every host. */
  public static Limit none() {
    return new Limit(List.of());
  }

  /** Leaves the hosts that a text with an expression chooses, which the user gave as PATTERN. */
  public Limit and(String chosen, HostFilter filter) {
    List<HostPattern> all = new ArrayList<>(patterns);
    all.add(HostPattern.of(chosen, PATTERN, filter));
    return new Limit(all);
  }

  /**
   * A limit as written; {@code @file} stands for the lines of that file.
   *
   * @param filter judges expressions in it
   */
  public static Limit of(String text, HostFilter filter) {
    if (text.isBlank()) {
      return none();
    }
    if (text.indexOf('@') < 0 || Expression.isWhole(text)) {
      return new Limit(List.of(HostPattern.of(text, PLACE, filter)));
    }
    List<String> parts = new ArrayList<>();
    for (String part : PatternTerm.split(text)) {
      if (!part.startsWith("@")) {
        parts.add(part);
        continue;
      }
      Path file = Path.of(part.substring(1));
      byte[] bytes = DataFile.bytes(file, file.toString());
      for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank()) {
          parts.add(line.strip());
        }
      }
    }
    return parts.isEmpty() ? none() : new Limit(List.of(HostPattern.of(parts, PLACE, filter)));
  }

  /** The hosts of these that the limit leaves, in their order, as Ansible does it. */
  public List<String> of(List<String> hosts, Inventory inventory) {
    List<String> left = hosts;
    for (HostPattern pattern : patterns) {
      left = cut(left, pattern.match(inventory, left));
    }
    return left;
  }

  /** The same, but a name in the limit that nothing has is an error. */
  public List<String> select(List<String> hosts, Inventory inventory) {
    List<String> left = hosts;
    for (HostPattern pattern : patterns) {
      left = cut(left, pattern.select(inventory, left));
    }
    return left;
  }

  private static List<String> cut(List<String> hosts, List<String> left) {
    Set<String> allowed = new LinkedHashSet<>(left);
    List<String> found = new ArrayList<>(hosts);
    found.retainAll(allowed);
    return found;
  }
}
