package kit.engine;

import java.util.ArrayList;
import java.util.List;
import kit.model.Handler;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/**
 * From what {@code notify} says to the handlers of the play: by name, or by a topic they listen to.
 */
final class Topics {

  private Topics() {}

  /**
   * @throws KitException if no handler has the name or listens to the topic
   */
  static List<String> resolve(List<String> notifies, List<Handler> handlers, Location where) {
    if (notifies.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String wanted : notifies) {
      int before = names.size();
      for (Handler handler : handlers) {
        if (handler.name().equals(wanted) || handler.listen().contains(wanted)) {
          names.add(handler.name());
        }
      }
      if (names.size() == before) {
        throw new KitException(
            new Problem(
                where, "no handler is called '" + wanted + "'", "handlers stand in the play"));
      }
    }
    return names;
  }
}
