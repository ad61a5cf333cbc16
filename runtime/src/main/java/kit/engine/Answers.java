package kit.engine;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * What is known of a host as one user sees it. A change that was sent makes answers stale. Several
 * hosts' threads may read and change it, because calls can be delegated.
 */
final class Answers {

  private final Map<Query<?>, Object> real = new HashMap<>();
  private final Pretence pretence;

  Answers(Pretence pretence) {
    this.pretence = pretence;
  }

  boolean knows(Query<?> query) {
    return get(query) != null;
  }

  /** The answer; null if it is not known. */
  synchronized Object get(Query<?> query) {
    Object predicted = pretence.get(query);
    return predicted == null ? real.get(query) : predicted;
  }

  synchronized void learn(Map<Query<?>, Object> answers) {
    real.putAll(answers);
  }

  /** Forgets what a change may have altered. */
  synchronized void touch(Set<Resource> touched) {
    for (Iterator<Query<?>> each = real.keySet().iterator(); each.hasNext(); ) {
      if (stale(each.next(), touched)) {
        each.remove();
      }
    }
  }

  /** Forgets everything. */
  synchronized void clear() {
    real.clear();
  }

  /** Forgets these answers, so that they are asked again. */
  synchronized void forget(Set<Query<?>> queries) {
    real.keySet().removeAll(queries);
  }

  static boolean stale(Query<?> query, Iterable<Resource> touched) {
    for (Resource about : query.about()) {
      for (Resource resource : touched) {
        if (resource.overlaps(about)) {
          return true;
        }
      }
    }
    return false;
  }
}
