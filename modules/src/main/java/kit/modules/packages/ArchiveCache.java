package kit.modules.packages;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/** Whether apt keeps downloaded packages that {@code apt-get clean} would remove. */
record ArchiveCache() implements Query<Boolean> {

  @Override
  public Probe<Boolean> probe(List<Query<Boolean>> batch) {
    String script =
        "for f in /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*; do "
            + "if [ -e \"$f\" ]; then echo full; break; fi; done\n";
    return new Probe<>(
        script, output -> Collections.nCopies(batch.size(), output.text().startsWith("full")));
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("package", "*"), Resource.path("/var/cache/apt/archives"));
  }
}
