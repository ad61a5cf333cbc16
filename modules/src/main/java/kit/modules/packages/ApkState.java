package kit.modules.packages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.spi.Output;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;
import kit.spi.Sh;

/**
 * What apk has installed, and what it was asked for.
 *
 * @param world path of the file of names that were asked for
 */
record ApkState(String world) implements Query<ApkState.Found> {

  /**
   * The answer.
   *
   * @param usable whether the host has apk
   * @param world lines of the world file: names, perhaps with a version
   * @param versions of the installed packages by name
   */
  record Found(boolean usable, Set<String> world, Map<String, String> versions) {

    /** Whether the world has the package, under any version. */
    boolean wants(String name) {
      return world.stream().anyMatch(line -> Apk.bare(line).equals(name));
    }
  }

  @Override
  public Object kind() {
    return this;
  }

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    String script =
        "if command -v apk >/dev/null; then echo apk; cat "
            + Sh.path(world)
            + "; echo; echo '#'; sed -n 's/^[PV]://p' /lib/apk/db/installed; fi 2>/dev/null\n";
    return new Probe<>(script, output -> Collections.nCopies(batch.size(), read(output)));
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("package", "*"), Resource.path(world));
  }

  /** In the database each package has a line P: and then one V:. */
  private static Found read(Output output) {
    Set<String> world = new LinkedHashSet<>();
    Map<String, String> versions = new LinkedHashMap<>();
    String[] lines = output.text().split("\n");
    int i = 1;
    for (; i < lines.length && !lines[i].equals("#"); i++) {
      for (String word : lines[i].strip().split("\\s+")) {
        world.add(word);
      }
    }
    world.remove("");
    for (i++; i + 1 < lines.length; i += 2) {
      versions.put(lines[i], lines[i + 1]);
    }
    return new Found(lines[0].equals("apk"), world, versions);
  }
}
