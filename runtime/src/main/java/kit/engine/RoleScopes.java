package kit.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.model.Handler;
import kit.model.KitException;
import kit.model.Problem;
import kit.model.Role;

/** The roles that a host is in, and those that it has been in during a play. */
final class RoleScopes {

  private final HostScope scope;
  private final List<Handler> handlers;
  private final Map<Object, Role> done = new HashMap<>();
  private Role current;

  /**
   * @param handlers those that the play knows from the start
   */
  RoleScopes(HostScope scope, List<Handler> handlers) {
    this.scope = scope;
    this.handlers = new ArrayList<>(handlers);
  }

  Optional<Role> current() {
    return Optional.ofNullable(current);
  }

  /** All handlers of the play, in the order in which they run. */
  List<Handler> handlers() {
    return List.copyOf(handlers);
  }

  /** Adds a handler of a role or file that came in only now; one that is known is replaced. */
  void add(Handler its) {
    for (int i = 0; i < handlers.size(); i++) {
      Handler other = handlers.get(i);
      if (other.id().equals(its.id()) && other.location().equals(its.location())) {
        handlers.set(i, its);
        return;
      }
      if (other.id().equals(its.id())) {
        throw new KitException(
            new Problem(
                its.location(),
                "a handler '" + its.name() + "' is already defined",
                "the first stands at " + other.location()));
      }
    }
    handlers.add(its);
  }

  /** Runs something that belongs to a role, with its variables over those of now. */
  void within(Optional<Role> role, Runnable body) {
    Role before = current;
    Deque<Role> entering = new ArrayDeque<>();
    Role each = role.orElse(before);
    while (each != null && each != before) {
      entering.push(each);
      each = each.caller().orElse(null);
    }
    int entered = 0;
    try {
      for (Role next : entering) {
        scope.enter(next);
        entered++;
      }
      current = role.orElse(before);
      body.run();
    } finally {
      current = before;
      for (int i = 0; i < entered; i++) {
        scope.leave();
      }
    }
  }

  /** Runs something that belongs to the play, whatever is around it now. */
  void outside(Runnable body) {
    Role before = current;
    current = null;
    try {
      scope.outside(body);
    } finally {
      current = before;
    }
  }

  /** Whether another use of a role has done already what this one would do. */
  boolean repeated(Optional<Role> role) {
    if (role.isEmpty() || role.get().repeats()) {
      return false;
    }
    Role first = done.get(role.get().key());
    return first != null && first != role.get();
  }

  /** Something of the role that the host is in was really run. */
  void ran() {
    if (current != null) {
      done.putIfAbsent(current.key(), current);
    }
  }
}
