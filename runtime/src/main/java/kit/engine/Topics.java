package kit.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.model.Handler;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.model.Role;

/**
 * From what {@code notify} says to the handlers of the play: by name, that of the own role first,
 * then that of the play, then that of any role; or by a topic they listen to.
 */
final class Topics {

  private Topics() {}

  /**
   * @param role the role that notifies
   * @return ids of handlers
   * @throws KitException if no handler has the name or listens to the topic, or several roles have
   *     one of this name
   */
  static List<String> resolve(
      List<String> notifies, List<Handler> handlers, Optional<Role> role, Location where) {
    if (notifies.isEmpty()) {
      return List.of();
    }
    Set<String> ids = new LinkedHashSet<>();
    for (String wanted : notifies) {
      int before = ids.size();
      boolean known = named(wanted, handlers, role, where, ids);
      for (Handler handler : handlers) {
        if (handler.listen().contains(wanted)) {
          known = true;
          ids.add(handler.id());
        }
      }
      if (ids.size() == before && !known) {
        throw new KitException(
            new Problem(
                where, "no handler is called '" + wanted + "'", "handlers stand in the play"));
      }
    }
    return new ArrayList<>(ids);
  }

  private static boolean named(
      String wanted, List<Handler> handlers, Optional<Role> role, Location where, Set<String> ids) {
    for (Role at = role.orElse(null); at != null; at = at.caller().orElse(null)) {
      String id = at.title() + " : " + wanted;
      for (Handler handler : handlers) {
        if (handler.id().equals(id)) {
          ids.add(id);
          return true;
        }
      }
    }
    List<String> others = new ArrayList<>();
    for (Handler handler : handlers) {
      if (handler.id().equals(wanted)) {
        ids.add(wanted);
        return true;
      }
      if (handler.name().equals(wanted)) {
        others.add(handler.id());
      }
    }
    if (others.size() > 1) {
      throw new KitException(
          new Problem(
              where,
              "several roles have a handler '" + wanted + "'",
              "say which: " + String.join(", ", others)));
    }
    ids.addAll(others);
    return !others.isEmpty();
  }
}
