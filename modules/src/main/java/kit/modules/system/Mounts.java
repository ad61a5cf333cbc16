package kit.modules.system;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/** What is mounted, the last mount of a path being the one that is seen. */
record Mounts() implements Query<List<Mounts.Mounted>> {

  /**
   * One mount.
   *
   * @param source device or the like
   * @param path where
   * @param type file system
   * @param root which part of the file system, {@code /} for all of it
   */
  record Mounted(String source, String path, String type, String root) {}

  @Override
  public Probe<List<Mounted>> probe(List<Query<List<Mounted>>> batch) {
    return new Probe<>(
        "cat /proc/self/mountinfo\n",
        output -> Collections.nCopies(batch.size(), read(output.text())));
  }

  /** The format is that of proc(5): six fields, optional ones, a dash, three fields. */
  private static List<Mounted> read(String text) {
    List<Mounted> all = new ArrayList<>();
    for (String line : text.split("\n")) {
      String[] words = line.split(" ");
      int dash = 6;
      while (dash < words.length && !words[dash].equals("-")) {
        dash++;
      }
      if (dash + 2 < words.length) {
        all.add(
            new Mounted(
                Fstab.plain(words[dash + 2]),
                Fstab.plain(words[4]),
                words[dash + 1],
                Fstab.plain(words[3])));
      }
    }
    return all;
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("mount", "*"));
  }
}
