package kit.repl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import kit.engine.Event;
import kit.engine.Intents;
import kit.engine.Run;
import kit.engine.Settings;
import kit.model.Become;
import kit.model.HostSession;
import kit.model.Location;
import kit.model.OptionsBuilder;
import kit.model.Play;
import kit.model.PlayRules;
import kit.model.Playbook;
import kit.model.Task;
import kit.script.prompt.PromptCode;

/** Carries bodies out on hosts: each a play of one task, over the connections of the session. */
final class HostCalls {

  private final Stage stage;
  private final LiveTargets targets;
  private volatile Runnable stop;

  /**
   * What came of a body.
   *
   * @param events what happened, in its order
   * @param values what it gave, by host, in the order of the hosts; hosts that failed gave nothing
   */
  record Told(List<Event> events, Map<String, Object> values) {

    /** The calls that ended. */
    List<Event.CallFinished> calls() {
      List<Event.CallFinished> calls = new ArrayList<>();
      for (Event event : events) {
        if (event instanceof Event.CallFinished call) {
          calls.add(call);
        }
      }
      return calls;
    }

    /**
     * The same without what nobody can read: a host that failed or was lost may have given the
     * result of a call that was never made.
     */
    private Told known() {
      Set<String> ended = new HashSet<>();
      calls().forEach(call -> ended.add(call.host()));
      Set<String> failed = Merged.failed(events);
      Map<String, Object> known = new LinkedHashMap<>(values);
      known
          .entrySet()
          .removeIf(
              each ->
                  failed.contains(each.getKey())
                      && !(PromptCode.isResult(each.getValue()) && ended.contains(each.getKey())));
      return new Told(events, known);
    }
  }

  HostCalls(Stage stage, LiveTargets targets) {
    this.stage = stage;
    this.targets = targets;
  }

  /**
   * Runs a body for each of these hosts.
   *
   * @param check only look and tell
   */
  Told run(
      Collection<String> hosts,
      Optional<Become> become,
      boolean check,
      Function<HostSession, Object> body) {
    if (!stage.live()) {
      return quietly(hosts, become, check, body);
    }
    Waiting waiting = new Waiting(stage.out(), hosts.size());
    try {
      return quietly(hosts, become, check, body);
    } finally {
      waiting.close();
    }
  }

  /** The same without a word about it, for while somebody is typing. */
  Told quietly(
      Collection<String> hosts,
      Optional<Become> become,
      boolean check,
      Function<HostSession, Object> body) {
    List<Event> events = new ArrayList<>();
    Map<String, Object> values = new ConcurrentHashMap<>();
    Task task =
        new Task(
            "",
            Location.NONE,
            new OptionsBuilder().build(),
            session -> {
              Object value = body.apply(session);
              values.put(session.host(), value == null ? Nothing.NOTHING : value);
            });
    OptionsBuilder options = new OptionsBuilder();
    become.ifPresent(user -> options.become = user);
    Play play =
        new Play(
            "",
            Location.NONE,
            List.copyOf(hosts),
            options.build(),
            List.of(),
            Map.of(),
            List.of(),
            PlayRules.NONE,
            true,
            List.of(task),
            List.of());
    Settings usual = stage.settings();
    Settings settings =
        new Settings(check, usual.forks(), usual.tags(), usual.skipTags(), usual.timeout());
    AtomicBoolean stopped = new AtomicBoolean();
    Run run =
        new Run(
            settings,
            stage.project(),
            targets.forRun(),
            Intents.NONE, // what a session leaves undone is owed to nobody
            event -> events.add(stopped.get() ? interrupted(event) : event));
    Runnable stops =
        () -> {
          stopped.set(true);
          run.interrupt();
        };
    stoppable(stops, () -> run.execute(new Playbook(Path.of(""), List.of(play))));
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (String host : hosts) {
      Object value = values.get(host);
      if (value != null) {
        ordered.put(host, value == Nothing.NOTHING ? null : value);
      }
    }
    return new Told(events, ordered).known();
  }

  /** Code that ends because it was stopped has not failed. */
  private static Event interrupted(Event event) {
    return event instanceof Event.BodyFailed body
        ? new Event.HostInterrupted(body.host(), body.task(), body.location(), body.location(), "")
        : event;
  }

  /** The hosts that are connected, as far as anybody has heard. */
  List<String> connected() {
    return targets.connected();
  }

  /** Does something that {@link #stop} ends. */
  void stoppable(Runnable how, Runnable work) {
    Runnable around = stop;
    stop = how;
    try {
      work.run();
    } finally {
      stop = around;
    }
  }

  /** Ends what is running; false if nothing is. */
  boolean stop() {
    Runnable now = stop;
    if (now == null) {
      return false;
    }
    now.run();
    return true;
  }

  /** Says how what is running now can be ended. */
  void stops(Runnable how) {
    stop = how;
  }

  private enum Nothing {
    NOTHING
  }
}
