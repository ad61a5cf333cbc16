package kit.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import kit.model.KitException;
import kit.model.Location;
import kit.model.PlayRules;
import kit.model.Problem;
import kit.model.Unknowable;

/**
 * Where the hosts of a batch meet: barriers, things done once for all, the end of the play. Who
 * waits gives its slot back, so that fewer forks than hosts cannot block one another.
 */
final class Rendezvous {

  private final Set<String> live;
  private final int hosts;
  private final PlayRules rules;
  private final Semaphore slots;
  private final Map<Visit, Set<String>> arrived = new HashMap<>();
  private final Map<Visit, Shared> shared = new HashMap<>();
  private final Map<Location, Integer> inside = new HashMap<>();
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();
  private int failures;
  private boolean playEnded;

  /**
   * A place where hosts meet.
   *
   * @param where where it stands
   * @param time how often the host has been here: each time is a meeting of its own
   */
  record Visit(Location where, int time) {}

  /** Where a host waits, and for what; what is wrong if that will never come. */
  private static final class Waiting {
    private final Location where;
    private final BooleanSupplier reached;
    private Problem stuck;

    Waiting(Location where, BooleanSupplier reached) {
      this.where = where;
      this.reached = reached;
    }
  }

  Rendezvous(List<String> hosts, PlayRules rules, Semaphore slots) {
    this.live = new LinkedHashSet<>(hosts);
    this.hosts = hosts.size();
    this.rules = rules;
    this.slots = slots;
  }

  /** The host has finished or stopped: nobody waits for it any longer. */
  synchronized void leave(String host, boolean failed) {
    live.remove(host);
    failures += failed ? 1 : 0;
    stir();
  }

  synchronized void endPlay() {
    playEnded = true;
    notifyAll();
  }

  synchronized boolean playEnded() {
    return playEnded;
  }

  /** Whether so many hosts have failed that the play is over for the others too. */
  synchronized boolean broken() {
    return rules.broken(failures, hosts);
  }

  /** Waits until all hosts that still run have come here. */
  void barrier(Visit here, String host) {
    synchronized (this) {
      arrived.computeIfAbsent(here, h -> new LinkedHashSet<>()).add(host);
      stir();
    }
    await(here.where(), host, () -> arrived.get(here).containsAll(live), () -> {});
  }

  /**
   * The first host of the batch that still runs does it, the others wait for what it gives.
   *
   * @throws KitException on the others if it failed
   */
  Object once(Visit here, String host, Supplier<Object> body) {
    boolean[] mine = {false};
    await(
        here.where(),
        host,
        () -> shared.containsKey(here) || host.equals(firstRunning(host, here.where())),
        () -> mine[0] = shared.putIfAbsent(here, new Shared(host)) == null);
    Shared result;
    synchronized (this) {
      result = shared.get(here);
    }
    if (mine[0]) {
      return give(result, body);
    }
    await(here.where(), host, () -> result.done, () -> {});
    if (result.left != null) {
      throw result.left;
    }
    if (!result.well) {
      throw new KitException(
          new Problem(
              here.where(), "it failed on " + result.host + ", which does it once for all", ""));
    }
    return result.value;
  }

  private Object give(Shared result, Supplier<Object> body) {
    try {
      result.value = body.get();
      result.well = true;
      return result.value;
    } catch (TaskLeft | HostEnded | Unknowable left) {
      result.left = left;
      throw left;
    } finally {
      synchronized (this) {
        result.done = true;
        stir();
      }
    }
  }

  /** Waits for a time without taking a slot. */
  void pause(Duration time) {
    slots.release();
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostStopped();
    } finally {
      slots.acquireUninterruptibly();
    }
  }

  /** Lets at most so many hosts do something at the same time. */
  void throttled(Location where, int most, String host, Runnable body) {
    await(
        where,
        host,
        () -> inside.getOrDefault(where, 0) < most,
        () -> inside.merge(where, 1, Integer::sum));
    try {
      body.run();
    } finally {
      synchronized (this) {
        inside.merge(where, -1, Integer::sum);
        stir();
      }
    }
  }

  /** The first host that does not wait elsewhere. */
  private String firstRunning(String asking, Location here) {
    for (String host : live) {
      Waiting its = waiting.get(host);
      if (host.equals(asking) || its == null || its.where.equals(here)) {
        return host;
      }
    }
    return asking;
  }

  /** Something has changed: wakes who waits, or ends the waiting if it would never end. */
  private void stir() {
    boolean all = !live.isEmpty() && waiting.keySet().containsAll(live);
    if (all) {
      boolean hope = false;
      for (Waiting each : waiting.values()) {
        hope |= each.reached.getAsBoolean();
      }
      for (Waiting each : waiting.values()) {
        each.stuck = hope || each.stuck != null ? each.stuck : deadlock(each.where);
      }
    }
    notifyAll();
  }

  private void await(Location where, String host, BooleanSupplier reached, Runnable then) {
    Waiting its = new Waiting(where, reached);
    synchronized (this) {
      if (reached.getAsBoolean()) {
        then.run();
        return;
      }
      waiting.put(host, its);
      stir();
    }
    slots.release();
    try {
      synchronized (this) {
        try {
          while (its.stuck == null && !reached.getAsBoolean()) {
            wait();
          }
          if (its.stuck != null) {
            throw new KitException(its.stuck);
          }
          then.run();
        } finally {
          waiting.remove(host);
          stir();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostStopped();
    } finally {
      slots.acquireUninterruptibly();
    }
  }

  private Problem deadlock(Location where) {
    Set<Location> elsewhere = new LinkedHashSet<>();
    for (Waiting each : waiting.values()) {
      if (!each.where.equals(where)) {
        elsewhere.add(each.where);
      }
    }
    String other = elsewhere.isEmpty() ? "another time" : elsewhere.iterator().next().toString();
    return new Problem(
        where,
        "hosts wait here for hosts that wait at " + other,
        "all hosts have to come to the same barriers, also those that skip something");
  }

  private static final class Shared {
    private final String host;
    private Object value;
    private Error left;
    private boolean well;
    private boolean done;

    Shared(String host) {
      this.host = host;
    }
  }
}
