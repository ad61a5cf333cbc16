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
  private static final Location PLACE = new Location("--limit", 0, 0);

  private final HostPattern pattern;

  private Limit(HostPattern pattern) {
    this.pattern = pattern;
  }

  /** Leaves every host. */
  public static Limit none() {
    return new Limit(null);
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
      return new Limit(HostPattern.of(text, PLACE, filter));
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
    return parts.isEmpty() ? none() : new Limit(HostPattern.of(parts, PLACE, filter));
  }

  /** The hosts of these that the limit leaves, in their order, as Ansible does it. */
  public List<String> of(List<String> hosts, Inventory inventory) {
    return pattern == null ? hosts : cut(hosts, pattern.match(inventory, hosts));
  }

  /** The same, but a name in the limit that nothing has is an error. */
  public List<String> select(List<String> hosts, Inventory inventory) {
    return pattern == null ? hosts : cut(hosts, pattern.select(inventory, hosts));
  }

  private static List<String> cut(List<String> hosts, List<String> left) {
    Set<String> allowed = new LinkedHashSet<>(left);
    List<String> found = new ArrayList<>(hosts);
    found.retainAll(allowed);
    return found;
  }
}
