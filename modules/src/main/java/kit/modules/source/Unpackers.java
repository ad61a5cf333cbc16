package kit.modules.source;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/** Programs that the host has for archives; {@code gnu} among them if its tar is GNU's. */
record Unpackers() implements Query<Set<String>> {

  private static final String SCRIPT =
      """
      for p in tar gzip bzip2 xz zstd unzip; do command -v $p >/dev/null 2>&1 && echo $p; done
      case $(tar --version 2>&1 </dev/null) in *'GNU tar'*) echo gnu;; esac
      case $(unzip -v 2>&1 </dev/null) in *Info-ZIP*) echo info;; esac
      """;

  @Override
  public Probe<Set<String>> probe(List<Query<Set<String>>> batch) {
    return new Probe<>(
        SCRIPT,
        output ->
            Collections.nCopies(batch.size(), new HashSet<>(List.of(output.text().split("\n")))));
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("package", "*"));
  }
}
