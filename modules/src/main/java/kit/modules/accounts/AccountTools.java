package kit.modules.accounts;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import kit.spi.Plan;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/** Which programs change accounts here. */
record AccountTools() implements Query<AccountTools.Kind> {

  /** SHADOW: useradd and its like; BUSYBOX: adduser and its like, as on Alpine. */
  enum Kind {
    SHADOW,
    BUSYBOX,
    NONE
  }

  static final Plan MISSING =
      Plan.refused(
          "the host has neither useradd nor adduser", "install its package shadow or passwd");

  @Override
  public Probe<Kind> probe(List<Query<Kind>> batch) {
    String script =
        "if command -v useradd >/dev/null; then echo SHADOW; "
            + "elif command -v adduser >/dev/null; then echo BUSYBOX; else echo NONE; fi\n";
    return new Probe<>(
        script, output -> Collections.nCopies(batch.size(), Kind.valueOf(output.text().strip())));
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("package", "*"), Resource.path("/usr/sbin/useradd"));
  }
}
