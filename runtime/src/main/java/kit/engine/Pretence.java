package kit.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kit.spi.Query;
import kit.spi.Resource;

/**
 * What check mode takes for true on a host: answers predicted by changes that were not sent, and
 * what those changes would have made doubtful.
 */
final class Pretence {

  private final Map<Query<?>, Object> predicted = new HashMap<>();
  private final List<Resource> unsent = new ArrayList<>();

  synchronized void add(Set<Resource> touched, Map<Query<?>, Object> answers) {
    for (Iterator<Query<?>> each = predicted.keySet().iterator(); each.hasNext(); ) {
      if (unsettled(each.next(), touched)) {
        each.remove();
      }
    }
    predicted.putAll(answers);
    unsent.addAll(touched);
  }

  /** The predicted answer; null if there is none. */
  synchronized Object get(Query<?> query) {
    return predicted.get(query);
  }

  /** Whether an answer speaks of something that an unsent change would have altered. */
  synchronized boolean doubtful(Query<?> query) {
    return !predicted.containsKey(query) && unsettled(query, unsent);
  }

  /** Whether any change was left out, so that a refusal may be due to that. */
  synchronized boolean any() {
    return !unsent.isEmpty();
  }

  private static boolean unsettled(Query<?> query, Iterable<Resource> touched) {
    for (Resource about : query.about()) {
      for (Resource resource : touched) {
        if (resource.unsettles(about)) {
          return true;
        }
      }
    }
    return false;
  }
}
