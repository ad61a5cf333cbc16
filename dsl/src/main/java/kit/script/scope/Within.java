package kit.script.scope;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kit.model.Condition;
import kit.model.Handler;
import kit.model.Options;
import kit.model.OptionsBuilder;
import kit.model.Role;
import kit.model.Task;

/** Puts what was said on a block of tasks or on an include on each of the tasks in it. */
public final class Within {

  private Within() {}

  static Task of(Options around, Task task) {
    if (around == Options.NONE) {
      return task;
    }
    Options options = of(around, task.options());
    return task.with(options, task.body());
  }

  /** What is said around a role, and on it, for the tasks in it. */
  public static Options in(Role role, Options all) {
    OptionsBuilder inside = both(Options.NONE, all);
    inside.vars = Map.of();
    inside.role = role;
    return inside.build();
  }

  /** The same without variables. */
  public static Options without(Options all) {
    OptionsBuilder less = both(Options.NONE, all);
    less.vars = Map.of();
    return less.build();
  }

  /** The same for something that is done once, however often the rest is. */
  public static Options once(Options all) {
    OptionsBuilder once = both(Options.NONE, all);
    once.loop = null;
    once.until = null;
    once.retries = null;
    once.delay = null;
    once.throttle = null;
    once.runOnce = false;
    return once.build();
  }

  /** A handler of a role, which does not depend on what chose the tasks. */
  public static Handler handler(Options around, Handler handler) {
    OptionsBuilder role = both(Options.NONE, once(around));
    role.tags = List.of();
    role.when = null;
    role.notifies = List.of();
    Options options = of(role.build(), handler.options());
    return new Handler(
        handler.name(), handler.location(), handler.listen(), options, handler.body());
  }

  /** The inner ones win; tags and notifies add up, and all conditions have to hold. */
  public static Options of(Options outer, Options inner) {
    return both(outer, inner).build();
  }

  private static OptionsBuilder both(Options outer, Options inner) {
    OptionsBuilder both = new OptionsBuilder();
    both.notifies = joined(outer.notifies(), inner.notifies());
    both.become = nearest(inner.become(), outer.become());
    both.register = inner.register().orElse(null);
    both.ignoreErrors = nearest(inner.ignoreErrors(), outer.ignoreErrors());
    both.changedWhen = inner.changedWhen().orElse(null);
    both.failedWhen = inner.failedWhen().orElse(null);
    both.until = inner.until().orElse(null);
    both.retries = inner.retries().orElse(null);
    both.delay = inner.delay().orElse(null);
    both.timeout = nearest(inner.timeout(), outer.timeout());
    both.environment = merged(outer.environment(), inner.environment());
    both.check = nearest(inner.check(), outer.check());
    both.tags = joined(outer.tags(), inner.tags());
    both.when = both(outer.when(), inner.when());
    both.loop = inner.loop().orElse(null);
    both.vars = merged(outer.vars(), inner.vars());
    boolean own = inner.delegateTo().isPresent() || inner.delegate().isPresent();
    both.delegateTo = (own ? inner : outer).delegateTo().orElse(null);
    both.delegate = (own ? inner : outer).delegate().orElse(null);
    both.diff = nearest(inner.diff(), outer.diff());
    both.runOnce = inner.runOnce();
    both.throttle = inner.throttle().orElse(null);
    both.noLog = outer.noLog() || inner.noLog();
    both.role = nearest(inner.role(), outer.role());
    return both;
  }

  private static Condition both(Optional<Condition> outer, Optional<Condition> inner) {
    if (outer.isEmpty() || inner.isEmpty()) {
      return nearest(inner, outer);
    }
    Condition first = outer.get();
    Condition second = inner.get();
    return (session, result) -> first.test(session, result) && second.test(session, result);
  }

  private static <T> T nearest(Optional<T> inner, Optional<T> outer) {
    return inner.isPresent() ? inner.get() : outer.orElse(null);
  }

  private static List<String> joined(List<String> outer, List<String> inner) {
    Set<String> all = new LinkedHashSet<>(outer);
    all.addAll(inner);
    return List.copyOf(all);
  }

  private static <V> Map<String, V> merged(Map<String, V> outer, Map<String, V> inner) {
    Map<String, V> all = new LinkedHashMap<>(outer);
    all.putAll(inner);
    return all;
  }
}
