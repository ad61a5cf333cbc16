package kit.modules.packages;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/** What installs packages on a host. */
enum PackageTool {
  APT,
  APK,
  OTHER;

  /** Which of them. */
  record Present() implements Query<PackageTool> {

    @Override
    public Probe<PackageTool> probe(List<Query<PackageTool>> batch) {
      return new Probe<>(
          "if command -v apt-get >/dev/null; then echo APT; elif command -v apk >/dev/null;"
              + " then echo APK; else echo OTHER; fi\n",
          output -> Collections.nCopies(batch.size(), PackageTool.valueOf(output.text().strip())));
    }

    @Override
    public Set<Resource> about() {
      return Set.of(new Resource("facts", "*"));
    }
  }
}
