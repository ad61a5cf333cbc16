package kit.modules.system;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/** What the host is called now, and whether hostnamectl can change that. */
record CurrentName() implements Query<CurrentName.Found> {

  /**
   * What there is.
   *
   * @param name the kernel's name of the host
   * @param systemd whether hostnamectl can set another
   */
  record Found(String name, boolean systemd) {}

  // hostnamectl replaces the file, which fails where a container has it as a mount
  private static final String SCRIPT =
      """
      uname -n
      if [ -d /run/systemd/system ] && command -v hostnamectl >/dev/null 2>&1 \\
        && ! grep -q ' /etc/hostname ' /proc/self/mountinfo 2>/dev/null
      then echo y; else echo n; fi
      """;

  @Override
  public Probe<Found> probe(List<Query<Found>> batch) {
    return new Probe<>(
        SCRIPT,
        output -> {
          String[] lines = output.text().split("\n");
          Found found = new Found(lines[0], lines[1].equals("y"));
          return Collections.nCopies(batch.size(), found);
        });
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("hostname", "*"), Resource.path("/etc/hostname"));
  }
}
