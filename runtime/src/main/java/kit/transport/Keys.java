package kit.transport;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The keys that a host is offered.
 *
 * @param named files that were named for this host, in order; at least one half of each pair exists
 * @param usual the usual files of {@code ~/.ssh} that exist, where none was named
 * @param certificates files of certificates for these keys; those beside a key need not be named
 * @param agent socket of ssh's agent, if there is one
 * @param only whether of the agent's keys only those are offered that also are among the files
 */
public record Keys(
    List<Path> named,
    List<Path> usual,
    List<Path> certificates,
    Optional<Path> agent,
    boolean only) {

  /** For hosts that need none. */
  public static final Keys NONE = new Keys(List.of(), List.of(), List.of(), Optional.empty(), true);

  public Keys {
    named = List.copyOf(named);
    usual = List.copyOf(usual);
    certificates = List.copyOf(certificates);
  }
}
