package kit.selection;

import java.util.List;
import java.util.Map;
import kit.model.KitException;

/** Where facts come from when an expression reads them. */
@FunctionalInterface
public interface FactSource {

  /** For commands that contact no host. */
  FactSource NONE =
      hosts -> {
        throw new KitException(
            "facts are known only by asking the hosts, and this command contacts none",
            "kit inventory query 'facts...' asks them");
      };

  /**
   * Asks hosts, all at once.
   *
   * @return the facts of those that answered; of the others the user has been told
   */
  Map<String, Map<String, Object>> ask(List<String> hosts);
}
