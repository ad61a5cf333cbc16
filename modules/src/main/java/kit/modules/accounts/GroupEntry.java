package kit.modules.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * Which group has this name or, failing that, this number.
 *
 * @param key name or number
 */
public record GroupEntry(String key) implements Query<Optional<GroupEntry.Found>> {

  /**
   * A group of the host.
   *
   * @param name its name
   * @param gid its number; -1 if it is not known yet
   */
  public record Found(String name, int gid) {}

  @Override
  public Probe<Optional<Found>> probe(List<Query<Optional<Found>>> batch) {
    List<String> keys = new ArrayList<>();
    for (Query<Optional<Found>> query : batch) {
      keys.add(((GroupEntry) query).key);
    }
    return new Probe<>(Database.GROUP.script(keys), output -> read(keys, output));
  }

  @Override
  public Set<Resource> about() {
    return Database.GROUP.about(key);
  }

  private static List<Optional<Found>> read(List<String> keys, Output output) {
    List<String[]> entries = Database.entries(output, 4);
    List<Optional<Found>> answers = new ArrayList<>();
    for (String key : keys) {
      Optional<Found> found = find(entries, 0, key);
      answers.add(found.isPresent() ? found : find(entries, 2, key));
    }
    return answers;
  }

  private static Optional<Found> find(List<String[]> entries, int field, String value) {
    for (String[] entry : entries) {
      if (entry[field].equals(value)) {
        return Optional.of(new Found(entry[0], Database.number(entry[2])));
      }
    }
    return Optional.empty();
  }
}
