package kit.transport;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where host keys are looked up, and what happens to an unknown one.
 *
 * @param files in the order of looking; a new key is written into the first
 * @param acceptNew whether the key of an unknown host is accepted and written down; a changed key
 *     never is
 * @param alias the name to look up in place of the address, if it differs
 */
public record HostKeys(List<Path> files, boolean acceptNew, Optional<String> alias) {

  public HostKeys {
    files = List.copyOf(files);
  }
}
