package kit.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * Paths of what is in a directory at any depth, for showing to a user: a name with a line end in it
 * looks like two.
 *
 * @param path the directory
 * @param limit how many at most
 */
public record Listing(String path, int limit) implements Query<List<String>> {

  @Override
  public Probe<List<String>> probe(List<Query<List<String>>> batch) {
    StringBuilder script = new StringBuilder("{\n");
    for (Query<List<String>> query : batch) {
      Listing listing = (Listing) query;
      // each line begins with a dot, so that an empty line ends a listing whatever the names are
      script.append("find ").append(Sh.path(listing.path)).append(" -mindepth 1");
      script.append(" | head -n ").append(listing.limit).append(" | sed 's/^/./'; echo\n");
    }
    script.append("} 2>/dev/null\n");
    return new Probe<>(script.toString(), output -> read(output.text()));
  }

  private static List<List<String>> read(String text) {
    List<List<String>> answers = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (!line.isEmpty()) {
        names.add(line.substring(1));
      } else {
        answers.add(List.copyOf(names));
        names.clear();
      }
    }
    // what follows the last line end is no listing
    answers.remove(answers.size() - 1);
    return answers;
  }

  @Override
  public Set<Resource> about() {
    return Set.of(Resource.path(path));
  }
}
