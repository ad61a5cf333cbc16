package kit.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import kit.engine.Event;
import kit.model.Location;
import kit.model.Options;
import kit.model.Play;
import kit.model.PlayRules;
import kit.model.Playbook;
import kit.model.Problem;
import kit.model.Task;
import kit.report.ProblemView;
import kit.report.Sink;
import kit.report.Totals;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit facts}: what kit knows of hosts. A play of one task that reads them. */
final class FactsCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("facts", "Shows what kit finds out about hosts.");
    InventoryOptions.add(spec);
    ConnectionOptions.add(spec);
    OutputOptions.addFormat(spec);
    Words.argument(spec, "PATTERN", "0..1", "Which hosts; all if not said.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    String pattern = Words.argument(said);
    OutputOptions output = OutputOptions.of(said);
    PlayOptions everything = new PlayOptions(List.of(), List.of(), List.of(), false);
    RunRequest request =
        new RunRequest(
            InventoryOptions.of(said, screen),
            ConnectionOptions.of(said, screen),
            everything,
            output.detail());
    Map<String, Map<String, Object>> facts = new ConcurrentHashMap<>();
    String everyone = request.inventory().sources().isEmpty() ? "localhost" : "all";
    Playbook playbook = playbook(pattern.isEmpty() ? everyone : pattern, facts);
    int code;
    try (Interruption interruption = new Interruption(screen)) {
      Wiring wiring = new Wiring(screen);
      code =
          Totals.of(wiring.run(request, playbook, event -> trouble(event, screen), interruption))
              .exitCode();
    }
    for (Map.Entry<String, Map<String, Object>> host : new TreeMap<>(facts).entrySet()) {
      if (output.json()) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("host", host.getKey());
        object.put("facts", host.getValue());
        screen.out.json(object);
      } else {
        screen.out.line(host.getKey());
        show("  ", host.getValue(), screen.out);
      }
    }
    return code;
  }

  private static Playbook playbook(String pattern, Map<String, Map<String, Object>> facts) {
    Task task =
        new Task(
            "facts",
            Location.NONE,
            Options.NONE,
            session -> facts.put(session.host(), session.facts()));
    Play play =
        new Play(
            "facts",
            Location.NONE,
            List.of(pattern),
            Options.NONE,
            List.of(),
            Map.of(),
            List.of(),
            PlayRules.NONE,
            true,
            List.of(task),
            List.of());
    return new Playbook(Path.of(""), List.of(play));
  }

  private static void trouble(Event event, Screen screen) {
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

  private static void show(String indent, Map<?, ?> values, Sink out) {
    for (Map.Entry<?, ?> value : values.entrySet()) {
      if (value.getValue() instanceof Map<?, ?> below && !below.isEmpty()) {
        out.line(indent + value.getKey() + ":");
        show(indent + "  ", below, out);
      } else if (value.getValue() instanceof List<?> items && !items.isEmpty()) {
        out.line(indent + value.getKey() + ":");
        for (Object item : items) {
          out.line(indent + "  - " + item);
        }
      } else {
        out.line(indent + value.getKey() + ": " + value.getValue());
      }
    }
  }
}
