package kit.engine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Where the hosts of a batch meet: barriers, things done once for all, the end of the play. Who
 * waits gives its slot back, so that fewer forks than hosts cannot block one another.
 */
final class Rendezvous {

  private final Set<String> live;
  private final Semaphore slots;
  private final Map<Object, Set<String>> arrived = new HashMap<>();
  private final Map<Object, Shared> shared = new HashMap<>();
  private boolean playEnded;

  Rendezvous(List<String> hosts, Semaphore slots) {
    this.live = new LinkedHashSet<>(hosts);
    this.slots = slots;
  }

  /** The host has finished or stopped: nobody waits for it any longer. */
  synchronized void leave(String host) {
    live.remove(host);
    notifyAll();
  }

  synchronized void endPlay() {
    playEnded = true;
    notifyAll();
  }

  synchronized boolean playEnded() {
    return playEnded;
  }

  /** Waits until all hosts that still run have come here. */
  void barrier(Object here, String host) {
    synchronized (this) {
      arrived.computeIfAbsent(here, h -> new LinkedHashSet<>()).add(host);
      notifyAll();
    }
    await(() -> arrived.get(here).containsAll(live));
  }

  /**
   * The first host of the batch that still runs does it, the others wait for what it gives.
   *
   * @throws HostStopped on the others too if it failed
   */
  Object once(Object here, String host, Supplier<Object> body) {
    await(() -> shared.containsKey(here) || live.iterator().next().equals(host));
    Shared result;
    boolean mine;
    synchronized (this) {
      mine = !shared.containsKey(here);
      result = shared.computeIfAbsent(here, h -> new Shared());
    }
    if (mine) {
      try {
        result.value = body.get();
        result.well = true;
      } finally {
        synchronized (this) {
          result.done = true;
          notifyAll();
        }
      }
      return result.value;
    }
    await(() -> result.done);
    if (!result.well) {
      throw new HostStopped();
    }
    return result.value;
  }

  private void await(Supplier<Boolean> reached) {
    synchronized (this) {
      if (reached.get()) {
        return;
      }
    }
    slots.release();
    try {
      synchronized (this) {
        while (!reached.get()) {
          wait();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostStopped();
    } finally {
      slots.acquireUninterruptibly();
    }
  }

  private static final class Shared {
    private Object value;
    private boolean well;
    private boolean done;
  }
}
