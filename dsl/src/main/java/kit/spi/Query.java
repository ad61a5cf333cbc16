package kit.spi;

import java.util.List;
import java.util.Set;

/**
 * A question to a host: a record, equal when it asks the same. Asking changes nothing on the host.
 *
 * @param <A> the type of its answer
 */
public interface Query<A> {

  /** Questions with equal kinds are merged into one probe. */
  default Object kind() {
    return getClass();
  }

  /**
   * One piece of POSIX sh that asks all of these at once, and how to read what it prints.
   *
   * @param batch questions of this kind, this one among them
   */
  Probe<A> probe(List<Query<A>> batch);

  /** What the answer speaks of: a change that touches any of it makes the answer stale. */
  Set<Resource> about();

  /** Asked only when the call that needs it is the next one to run, because it is slow. */
  default boolean expensive() {
    return false;
  }
}
