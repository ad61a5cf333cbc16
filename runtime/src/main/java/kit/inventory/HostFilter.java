package kit.inventory;

import java.util.Collection;
import java.util.List;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** Says for which hosts an expression in a pattern holds. */
@FunctionalInterface
public interface HostFilter {

  /** For patterns that hold none. */
  HostFilter NONE =
      (expression, begin, hosts) -> {
        throw new KitException(
            new Problem(
                begin,
                "an expression cannot choose the hosts of a play",
                "--limit '{" + expression + "}' can, and a condition in a task: when { ... }"));
      };

  /**
   * The hosts for which an expression holds, in their order.
   *
   * @param begin where its first character stands
   * @param hosts those that matter
   * @throws KitException if it is wrong, or if it cannot be found out for a host
   */
  List<String> holding(String expression, Location begin, Collection<String> hosts);
}
