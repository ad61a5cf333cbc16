package kit.modules.packages;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * How many seconds ago apt's package lists were refreshed, by the clock of the host; where Ansible
 * looks too: the stamp that a hook of Ubuntu leaves, else the directory of the lists.
 */
record ListsAge() implements Query<Long> {

  @Override
  public Probe<Long> probe(List<Query<Long>> batch) {
    String script =
        "date +%s; stat -c %Y /var/lib/apt/periodic/update-success-stamp 2>/dev/null"
            + " || stat -c %Y /var/lib/apt/lists 2>/dev/null || echo 0\n";
    return new Probe<>(
        script,
        output -> {
          String[] lines = output.text().split("\n");
          return Collections.nCopies(
              batch.size(), Long.parseLong(lines[0]) - Long.parseLong(lines[1]));
        });
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("package", "lists"), Resource.path("/var/lib/apt/lists"));
  }
}
