package kit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kit.cli.terminal.Screen;
import kit.engine.Event;
import kit.engine.Listener;
import kit.model.Location;
import kit.model.Play;
import kit.model.Playbook;
import kit.model.Problem;
import kit.report.ProblemView;

/** A play of one task that reads the facts of hosts, and tells whom it could not ask. */
final class FactPlay implements Listener {

  private final Screen screen;
  private final Map<String, Map<String, Object>> facts = new ConcurrentHashMap<>();

  FactPlay(Screen screen) {
    this.screen = screen;
  }

  /** On the hosts of these names. */
  Playbook on(List<String> hosts) {
    return on(String.join(",", hosts) + ","); // only commas part names then
  }

  /** On the hosts of a pattern. */
  Playbook on(String pattern) {
    Play play = Fleet.play("facts", pattern, session -> facts.put(session.host(), session.facts()));
    return new Playbook(Path.of(""), List.of(play));
  }

  /** What is known when it is over. */
  Map<String, Map<String, Object>> facts() {
    return facts;
  }

  @Override
  public void on(Event event) {
    Problem problem = null;
    if (event instanceof Event.HostUnreachable lost) {
      problem = new Problem(Location.NONE, lost.host() + ": " + lost.message(), lost.hint());
    } else if (event instanceof Event.BodyFailed body) {
      problem = new Problem(Location.NONE, body.host() + ": " + body.message(), body.hint());
    }
    if (problem != null) {
      for (String line : new ProblemView(screen.errorStyle()).lines(List.of(problem))) {
        screen.err.line(line);
      }
    }
  }
}
