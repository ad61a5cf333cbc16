package kit.inventory;

import java.util.Collection;
import java.util.List;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.spi.Sh;

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
                "--limit "
                    + word("{" + expression + "}")
                    + " can, and a condition in a task: when { ... }"));
      };

  /**
   * The hosts for which an expression holds, in their order.
   *
   * @param begin where its first character stands
   * @param hosts those that matter
   * @throws KitException if it is wrong, or if it cannot be found out for a host
   */
  List<String> holding(String expression, Location begin, Collection<String> hosts);

  /** A word as one types it to a shell. */
  private static String word(String text) {
    boolean plain = "\"$`\\!".chars().noneMatch(sign -> text.indexOf(sign) >= 0);
    return text.indexOf('\'') >= 0 && plain ? '"' + text + '"' : Sh.quote(text);
  }
}
