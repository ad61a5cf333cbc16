package kit.model;

import java.time.Duration;
import java.util.List;

/**
 * What a host puts back by itself unless kit gets in anew after a change.
 *
 * @param within how long the host waits, from the first change on; at least five seconds
 * @param files absolute paths of files whose content is put back beside the firewall
 * @param revert pieces of sh that run, as root, once that is done
 */
public record Confirm(Duration within, List<String> files, List<String> revert) {

  /** Nobody connects, becomes root and answers in less. */
  public static final Duration SHORTEST = Duration.ofSeconds(5);

  /** A host that waits longer than this for a word would undo what others have done since. */
  public static final Duration LONGEST = Duration.ofHours(1);

  public Confirm {
    files = List.copyOf(files);
    revert = List.copyOf(revert);
  }
}
