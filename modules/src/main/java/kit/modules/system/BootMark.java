package kit.modules.system;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.Probe;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * What is different after each boot: the kernel's boot id and the time at which process 1 started,
 * counted from the kernel's boot. A container has its host's boot id, and a process 1 of its own;
 * on a machine process 1 may start after the same time again. Empty if there is no /proc.
 */
record BootMark() implements Query<Optional<String>> {

  /** Puts the mark into {@code kit_b}. What stands in parentheses may hold anything. */
  static final String SCRIPT =
      """
      kit_b=
      if [ -r /proc/sys/kernel/random/boot_id ]; then read -r kit_b </proc/sys/kernel/random/boot_id; fi
      if [ -r /proc/1/stat ]; then
      read -r kit_s </proc/1/stat; kit_s=${kit_s##*) }
      set -- $kit_s; shift 19; kit_b="$kit_b $1"
      fi
      """;

  @Override
  public boolean expensive() {
    return true; // asked right before it is used
  }

  @Override
  public Probe<Optional<String>> probe(List<Query<Optional<String>>> batch) {
    return new Probe<>(
        "(\n" + SCRIPT + "printf '%s\\n' \"$kit_b\"\n)\n",
        output -> {
          String mark = output.text().strip();
          return Collections.nCopies(
              batch.size(), mark.isEmpty() ? Optional.empty() : Optional.of(mark));
        });
  }

  @Override
  public Set<Resource> about() {
    return Set.of(new Resource("boot", "*"));
  }
}
