package kit.engine;

import java.util.HashMap;
import java.util.Map;

/**
 * How long each call of a host took, though many travel together and are all heard of when the last
 * has ended: the host tells when it begins with one. What is left, connecting and the way there,
 * belongs to no call.
 */
final class Stretches {

  private final Map<Pending, Long> begun = new HashMap<>();
  private final Map<Pending, Long> over = new HashMap<>();
  private Pending current;
  private long sent;
  private long since = System.nanoTime();

  /** Calls are about to be sent. */
  void sending(long now) {
    begun.clear();
    over.clear();
    current = null;
    sent = now;
  }

  /** The host begins with a call; the one before it is over. */
  void begins(Pending call, long now) {
    if (current != null) {
      over.put(current, now);
    }
    begun.put(call, now);
    current = call;
  }

  /** The time that a call took, in nanoseconds. */
  long ended(Pending call, long now) {
    Long from = begun.remove(call);
    Long until = over.remove(call);
    boolean waited = from == null && !begun.isEmpty();
    long start = from == null ? since : from;
    long end = until != null ? until : waited ? Math.max(sent, since) : now;
    since = Math.max(since, end);
    return Math.max(0, end - start);
  }
}
