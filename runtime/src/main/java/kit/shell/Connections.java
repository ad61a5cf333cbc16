package kit.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import kit.model.Become;
import kit.target.Target;
import kit.target.Targets;
import kit.target.Unreachable;
import kit.transport.Deadlines;
import kit.transport.Endpoint;
import kit.transport.Transport;

/** The connections of a run: one for each host, over it one shell for each user. */
public final class Connections implements Targets {

  private static final int KILL_TENTHS = 8;
  private static final long KILL_MILLIS = 1_800;

  private final Function<String, Endpoint> endpoints;
  private final Transport transport;
  private final Deadlines deadlines = new Deadlines();
  private final ConcurrentHashMap<String, Lane> lanes = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * @param endpoints how a host is reached, by its name
   * @param transport makes the connections
   */
  public Connections(Function<String, Endpoint> endpoints, Transport transport) {
    this.endpoints = endpoints;
    this.transport = transport;
  }

  @Override
  public Target open(String host, Optional<Become> become) {
    Lane lane = lane(host);
    Target target = lane.open(endpoints, become);
    if (closed) {
      lane.close();
      throw new Unreachable("the run was stopped", "", false);
    }
    return target;
  }

  @Override
  public void forget(String host, Duration patience) {
    forget(host);
    lanes.put(host, new Lane(host, transport, deadlines, Optional.of(patience)));
  }

  @Override
  public boolean alive(String host) {
    Lane lane = lanes.get(host);
    return lane != null && lane.alive();
  }

  private Lane lane(String host) {
    Lane fresh = new Lane(host, transport, deadlines, Optional.empty());
    Lane there = lanes.putIfAbsent(host, fresh);
    return there == null ? fresh : there;
  }

  @Override
  public void forget(String host) {
    Lane lane = lanes.remove(host);
    if (lane != null) {
      lane.close();
    }
  }

  /**
   * Ends what is running on the hosts, then cuts all connections. Whoever waits for a host gets an
   * error. Takes no time if nothing is running, and never more than two seconds. Who closes while
   * another does waits until that is done.
   */
  @Override
  public synchronized void close() {
    closed = true;
    List<Thread> killers = new ArrayList<>();
    for (Lane lane : lanes.values()) {
      for (Agent agent : lane.agents()) {
        agent.stop();
        if (agent.working()) {
          killers.add(Deadlines.start("kit-stop-" + agent.host(), () -> kill(agent)));
        }
      }
    }
    long end = System.nanoTime() + KILL_MILLIS * 1_000_000;
    for (Thread killer : killers) {
      try {
        killer.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    for (Lane lane : lanes.values()) {
      lane.close();
    }
    lanes.clear();
  }

  private static void kill(Agent agent) {
    try {
      agent.kill(KILL_TENTHS);
    } catch (IOException | RuntimeException e) {
      // the host ends it by itself when the connection is gone
    }
  }
}
