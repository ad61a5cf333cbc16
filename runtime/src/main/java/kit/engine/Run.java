package kit.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kit.model.HostOrder;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Play;
import kit.model.Playbook;
import kit.model.Problem;
import kit.target.Targets;

/** Carries out a playbook: play after play, the hosts of a batch side by side. */
public final class Run implements RunContext {

  /** How long the hosts have to end after an interruption has cut their connections. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Settings settings;
  private final Surroundings surroundings;
  private final Targets targets;
  private final Intents intents;
  private final Listener listener;
  private final Tally tally = new Tally();
  private final Map<String, HostState> states = new ConcurrentHashMap<>();
  private final boolean oneByOne;
  private volatile boolean interrupted;
  private volatile boolean closed;
  private boolean over;
  private Optional<Debugger> debugger = Optional.empty();

  public Run(
      Settings settings,
      Surroundings surroundings,
      Targets targets,
      Intents intents,
      Listener listener) {
    this(settings, surroundings, targets, intents, listener, false);
  }

  Run(
      Settings settings,
      Surroundings surroundings,
      Targets targets,
      Intents intents,
      Listener listener,
      boolean oneByOne) {
    this.settings = settings;
    this.surroundings = surroundings;
    this.targets = targets;
    this.intents = settings.check() ? intents.readOnly() : intents;
    this.listener = listener;
    this.oneByOne = oneByOne;
  }

  /** Has somebody asked at failures and breakpoints; before the run. */
  public Run debugged(Debugger by) {
    debugger = Optional.of(by);
    return this;
  }

  /** Runs all plays and tells how it went on each host that had something to do. */
  public Map<String, HostSummary> execute(Playbook playbook) {
    long start = System.nanoTime();
    try {
      claim(playbook);
      for (Play play : playbook.plays()) {
        if (!interrupted) {
          execute(play);
        }
      }
    } finally {
      intents.release();
    }
    states.forEach(
        (host, state) -> {
          if (!state.notified().names().isEmpty()) {
            say(new Event.HandlersKept(host, state.notified().names()));
          }
        });
    Map<String, HostSummary> hosts = tally.summaries(this::roundTrips);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    say(new Event.RunFinished(hosts, took, settings.check()));
    return hosts;
  }

  /** Stops: what is being done is cut off, nothing new is begun. */
  public void interrupt() {
    interrupted = true;
    targets.close();
    closed = true;
  }

  /** Claims the hosts that are known beforehand; later plays may have more. */
  private void claim(Playbook playbook) {
    Set<String> hosts = new LinkedHashSet<>();
    for (Play play : playbook.plays()) {
      hosts.addAll(surroundings.hosts(play));
    }
    intents.claim(hosts);
  }

  /** The hosts that a play may begin on. */
  private List<String> free(Play play) {
    List<String> hosts = new ArrayList<>();
    for (String host : surroundings.hosts(play)) {
      if (!tally.stopped(host)) {
        hosts.add(host);
      }
    }
    try {
      intents.claim(hosts);
    } catch (LockedException locked) {
      for (String host : locked.hosts()) {
        tell(failed(host, play, locked.problems().get(0)));
        tally.stop(host);
        hosts.remove(host);
      }
      intents.claim(hosts);
    }
    return hosts;
  }

  private void execute(Play play) {
    List<String> hosts = free(play);
    if (hosts.isEmpty()) {
      tell(new Event.PlaySkipped(play, "no hosts are left for it"));
      return;
    }
    for (List<String> batch : Batches.of(ordered(hosts, play.rules().order()), play.serial())) {
      if (interrupted) {
        return;
      }
      tell(new Event.PlayStarted(play, batch, settings.check()));
      Rendezvous rendezvous = sideBySide(play, batch);
      if (rendezvous.broken()) {
        tell(new Event.Warning("", "'" + play.name() + "' ends for all hosts: too many failed"));
        hosts.forEach(tally::stop);
        return;
      }
      if (rendezvous.playEnded()) {
        return;
      }
      boolean anyLeft = false;
      for (String host : batch) {
        anyLeft |= !tally.stopped(host);
      }
      if (!anyLeft) {
        return; // a batch that failed as a whole stops a rolling update
      }
    }
  }

  private static List<String> ordered(List<String> hosts, HostOrder order) {
    List<String> ordered = new ArrayList<>(hosts);
    switch (order) {
      case INVENTORY -> {}
      case REVERSE_INVENTORY -> Collections.reverse(ordered);
      case SORTED -> Collections.sort(ordered);
      case REVERSE_SORTED -> ordered.sort(Collections.reverseOrder());
      case SHUFFLE -> Collections.shuffle(ordered);
    }
    return ordered;
  }

  private Rendezvous sideBySide(Play play, List<String> hosts) {
    Semaphore slots = new Semaphore(settings.forks());
    Rendezvous rendezvous = new Rendezvous(hosts, play.rules(), slots);
    List<Thread> threads = new ArrayList<>();
    for (String host : hosts) {
      if (!acquired(slots) || interrupted) {
        rendezvous.leave(host, false);
        leave(host, play);
        continue;
      }
      Thread thread =
          new Thread(
              () -> {
                boolean well = false;
                try {
                  well = new HostPlay(host, play, this, rendezvous, state(host)).execute();
                } catch (KitException e) {
                  for (Problem problem : e.problems()) {
                    tell(failed(host, play, problem));
                  }
                } catch (RuntimeException | Error e) { // or the host would pass for done
                  tell(broken(host, play, e));
                } finally {
                  if (!well) {
                    tally.stop(host);
                  }
                  rendezvous.leave(host, !well);
                  slots.release();
                }
              },
              host);
      thread.start();
      threads.add(thread);
    }
    await(threads, play);
    return rendezvous;
  }

  /** Waits for all hosts; after an interruption only for those that hear of it. */
  private void await(List<Thread> threads, Play play) {
    for (Thread thread : threads) {
      while (!closed && !joined(thread, 0)) {}
    }
    if (!interrupted) {
      return;
    }
    for (Thread thread : threads) {
      thread.interrupt();
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (Thread thread : threads) {
      joined(thread, Math.max(1, (end - System.nanoTime()) / 1_000_000));
    }
    synchronized (this) {
      over = true; // what hosts that are left still have to say is not heard
      for (Thread thread : threads) {
        if (thread.isAlive()) {
          leave(thread.getName(), play);
        }
      }
    }
  }

  private void leave(String host, Play play) {
    tally.stop(host);
    say(new Event.HostInterrupted(host, "", Location.NONE, play.location(), ""));
  }

  /** Waits for a slot; false if the run was stopped meanwhile. */
  private boolean acquired(Semaphore slots) {
    try {
      while (!slots.tryAcquire(100, TimeUnit.MILLISECONDS)) {
        if (closed) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A play that cannot begin on a host: its variables are wrong. */
  private static Event failed(String host, Play play, Problem problem) {
    Location at = problem.location().file().isEmpty() ? play.location() : problem.location();
    return new Event.BodyFailed(host, play.name(), at, problem.message(), problem.hint(), false);
  }

  /** Something nobody foresaw: told as the failure of its host, the others go on. */
  private static Event broken(String host, Play play, Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    String at = trace.length == 0 ? "" : " at " + trace[0];
    return new Event.BodyFailed(
        host,
        play.name(),
        play.location(),
        e + at,
        "this is a defect of kit: please report it",
        false);
  }

  /**
   * Whether a host's thread has ended.
   *
   * @param millis how long to wait for it; 0 until the run is interrupted
   */
  private boolean joined(Thread thread, long millis) {
    try {
      thread.join(millis == 0 ? 100 : millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
    return !thread.isAlive();
  }

  private HostState state(String host) {
    return states.computeIfAbsent(
        host, h -> new HostState(new Shells(h, targets), new Notified(h, intents)));
  }

  private int roundTrips(String host) {
    HostState state = states.get(host);
    return state == null ? 0 : state.shells().roundTrips();
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public boolean interrupted() {
    return interrupted;
  }

  @Override
  public Optional<Debugger> debugger() {
    return debugger;
  }

  @Override
  public boolean oneByOne() {
    return oneByOne;
  }

  @Override
  public synchronized void tell(Event event) {
    if (!over) {
      say(event);
    }
  }

  private synchronized void say(Event event) {
    tally.count(event);
    listener.on(event);
  }

  @Override
  public Shells shells(String host) {
    return state(host).shells();
  }

  @Override
  public Map<String, Object> facts(String host) {
    HostState state = states.get(host);
    return state == null ? null : state.facts();
  }
}
