package kit.engine;

import java.util.List;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** Hosts of the project are being worked on by another run. */
public final class LockedException extends KitException {

  private final transient List<String> hosts;

  /**
   * @param hosts the hosts that are not free
   * @param holder who holds them
   */
  LockedException(List<String> hosts, String holder) {
    super(
        new Problem(
            Location.NONE,
            named(hosts) + " in the hands of another run of this project: " + holder,
            "wait until it is over, or stop it; runs on other hosts may go on side by side"));
    this.hosts = List.copyOf(hosts);
  }

  /** The hosts that are not free. */
  public List<String> hosts() {
    return hosts;
  }

  private static String named(List<String> hosts) {
    return hosts.size() == 1
        ? hosts.get(0) + " is"
        : hosts.get(0) + " and " + (hosts.size() - 1) + " more are";
  }
}
