package kit.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kit.engine.Event;
import kit.engine.HostSummary;
import kit.engine.Listener;

/** Where the time of a run went. Safe for use by many threads. */
public final class Profile implements Listener {
  private static final int MOST = 10;

  /** What kit does with a host. */
  public enum Doing {
    CONNECTING("connecting"),
    QUESTIONS("questions"),
    STEPS("steps");

    private final String word;

    Doing(String word) {
      this.word = word;
    }
  }

  /**
   * How long something took.
   *
   * @param what what it was
   * @param took the time
   */
  private record Time(String what, Duration took) {}

  private final Map<Doing, Duration> spent = new HashMap<>();
  private final Map<Doing, Integer> times = new HashMap<>();
  private final Map<String, Duration> tasks = new LinkedHashMap<>();
  private final List<Time> calls = new ArrayList<>();
  private final List<Time> hosts = new ArrayList<>();

  /** Adds to what all hosts together spent. */
  public synchronized void spent(Doing doing, Duration took) {
    spent.merge(doing, took, Duration::plus);
    times.merge(doing, 1, Integer::sum);
  }

  @Override
  public synchronized void on(Event event) {
    if (event instanceof Event.CallFinished call) {
      tasks.merge(call.task(), call.took(), Duration::plus);
      String label = call.hidden() ? "" : " " + call.invocation().module().label();
      String what =
          call.host()
              + ": "
              + (call.invocation().name() + label).strip()
              + " · "
              + call.invocation().location();
      calls.add(new Time(what, call.took()));
      if (calls.size() > 100 * MOST) {
        keepSlowest(calls);
      }
    } else if (event instanceof Event.RunFinished run) {
      for (Map.Entry<String, HostSummary> host : run.hosts().entrySet()) {
        hosts.add(new Time(host.getKey(), host.getValue().took()));
      }
    }
  }

  /** For people. */
  public synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("time spent, on all hosts together");
    for (Doing doing : Doing.values()) {
      String count = " (" + Excerpt.count(times.getOrDefault(doing, 0), "time") + ")";
      lines.add(line(new Time(doing.word + count, spent.getOrDefault(doing, Duration.ZERO))));
    }
    add("slowest tasks, on all hosts together", slowestTasks(), lines);
    add("slowest calls", slowest(calls), lines);
    add("slowest hosts", slowest(hosts), lines);
    return lines;
  }

  /** For programs. */
  public synchronized Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("event", "profile");
    for (Doing doing : Doing.values()) {
      Map<String, Object> its = new LinkedHashMap<>();
      its.put("took", spent.getOrDefault(doing, Duration.ZERO));
      its.put("times", times.getOrDefault(doing, 0));
      object.put(doing.word, its);
    }
    object.put("tasks", objects(slowestTasks()));
    object.put("calls", objects(slowest(calls)));
    object.put("hosts", objects(slowest(hosts)));
    return object;
  }

  private List<Time> slowestTasks() {
    List<Time> all = new ArrayList<>();
    tasks.forEach((task, took) -> all.add(new Time(task, took)));
    return slowest(all);
  }

  private static List<Time> slowest(List<Time> all) {
    List<Time> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(Time::took).reversed());
    return sorted.subList(0, Math.min(MOST, sorted.size()));
  }

  private static void keepSlowest(List<Time> all) {
    List<Time> slowest = List.copyOf(slowest(all));
    all.clear();
    all.addAll(slowest);
  }

  private static List<Object> objects(List<Time> times) {
    List<Object> objects = new ArrayList<>();
    for (Time time : times) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("what", time.what());
      object.put("took", time.took());
      objects.add(object);
    }
    return objects;
  }

  private static void add(String title, List<Time> times, List<String> lines) {
    if (!times.isEmpty()) {
      lines.add(title);
      times.forEach(time -> lines.add(line(time)));
    }
  }

  private static String line(Time time) {
    String took = Span.of(time.took());
    return " ".repeat(Math.max(2, 14 - took.length())) + took + "  " + Visible.line(time.what());
  }
}
