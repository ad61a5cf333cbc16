package kit.repl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kit.model.Become;
import kit.target.Frame;
import kit.target.Reply;
import kit.target.Target;
import kit.target.Targets;
import kit.target.Unreachable;

/**
 * The connections of a session, kept from call to call. Each host has connections of its own, so
 * that stopping what some hosts are doing leaves the others connected.
 */
final class LiveTargets implements AutoCloseable {

  private final Supplier<Targets> connect;
  private final Consumer<String> renewed;
  private final Map<String, Targets> hosts = new ConcurrentHashMap<>();
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Set<String> worked = ConcurrentHashMap.newKeySet();

  /**
   * @param connect makes connections for one host
   * @param renewed hears of a host whose connection was lost and is made anew
   */
  LiveTargets(Supplier<Targets> connect, Consumer<String> renewed) {
    this.connect = connect;
    this.renewed = renewed;
  }

  /** The connections as one run sees them: closing them ends what that run is doing. */
  Targets forRun() {
    return new Running();
  }

  /** The hosts that are connected, as far as anybody has heard. */
  List<String> connected() {
    List<String> connected = new ArrayList<>();
    for (Map.Entry<String, Targets> each : new LinkedHashMap<>(hosts).entrySet()) {
      if (each.getValue().alive(each.getKey())) {
        connected.add(each.getKey());
      }
    }
    return connected;
  }

  @Override
  public void close() {
    end(hosts.keySet());
  }

  /** Ends what hosts are doing and their connections, side by side: each may take two seconds. */
  private void end(Set<String> which) {
    List<Thread> enders = new ArrayList<>();
    for (String host : which) {
      Targets its = hosts.remove(host);
      if (its != null) {
        Thread ender = new Thread(its::close, "kit-end-" + host);
        ender.setDaemon(true);
        ender.start();
        enders.add(ender);
      }
    }
    for (Thread ender : enders) {
      try {
        ender.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private final class Running implements Targets {

    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    @Override
    public Target open(String host, Optional<Become> become) {
      refuseStopped();
      busy.add(host);
      try {
        Targets its = hosts.computeIfAbsent(host, any -> connect.get());
        if (known.contains(host) && !its.alive(host)) {
          its.forget(host);
          renewed.accept(host);
        }
        Target target = its.open(host, become);
        known.add(host);
        return new Kept(host, become, target);
      } finally {
        busy.remove(host);
      }
    }

    private void refuseStopped() {
      if (stopped) {
        throw new Unreachable("the run was stopped", "", false);
      }
    }

    @Override
    public void forget(String host) {
      known.remove(host); // on purpose, so nobody need hear of it
      hosts.computeIfPresent(
          host,
          (name, its) -> {
            its.forget(name);
            return its;
          });
    }

    @Override
    public void forget(String host, Duration patience) {
      known.remove(host);
      hosts.computeIfAbsent(host, any -> connect.get()).forget(host, patience);
    }

    @Override
    public void close() {
      stopped = true;
      known.removeAll(busy);
      end(Set.copyOf(busy));
    }

    /** A shell that is opened anew if it was lost while nobody used it. */
    private final class Kept implements Target {
      private final String host;
      private final Optional<Become> become;
      private Target target;
      private boolean used;

      Kept(String host, Optional<Become> become, Target target) {
        this.host = host;
        this.become = become;
        this.target = target;
      }

      @Override
      public Reply exchange(Frame frame, Progress progress) {
        refuseStopped();
        busy.add(host);
        try {
          Reply reply = target.exchange(frame, progress);
          worked.add(host + " " + become);
          return reply;
        } catch (Unreachable lost) {
          if (lost.sent() || used || stopped || !had()) {
            throw lost;
          }
          hosts.get(host).forget(host);
          renewed.accept(host);
          target = hosts.get(host).open(host, become);
          return target.exchange(frame, progress);
        } finally {
          used = true;
          busy.remove(host);
        }
      }

      /** Whether there was something to lose: a shell that answered, or a connection. */
      private boolean had() {
        return worked.contains(host + " " + become) || known.contains(host) && !alive();
      }

      private boolean alive() {
        Targets its = hosts.get(host);
        return its != null && its.alive(host);
      }

      @Override
      public String user() {
        return target.user();
      }

      @Override
      public void close() {
        target.close();
      }
    }
  }
}
