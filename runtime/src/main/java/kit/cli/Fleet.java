package kit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.cli.option.InventoryOptions;
import kit.engine.Intents;
import kit.engine.Listener;
import kit.engine.Run;
import kit.engine.Settings;
import kit.inventory.NoHostsException;
import kit.model.Body;
import kit.model.Location;
import kit.model.Options;
import kit.model.Play;
import kit.model.PlayRules;
import kit.model.Playbook;
import kit.model.Problem;
import kit.model.Task;
import kit.project.Project;
import kit.report.Sink;
import kit.report.Totals;
import kit.target.Targets;
import kit.vars.Variables;

/**
 * The hosts that a pattern means, and the way to them: what is done there needs no playbook.
 *
 * @param hosts their names, in the order of the inventory
 * @param project their variables and the controller's files
 * @param variables the variables of all hosts
 * @param targets connections to them
 */
record Fleet(List<String> hosts, Project project, Variables variables, Targets targets)
    implements AutoCloseable {

  private static final Location PLACE = new Location("command line", 0, 0);

  /** A play of one task. */
  static Play play(String name, String pattern, Body body) {
    return new Play(
        name,
        PLACE,
        List.of(pattern),
        Options.NONE,
        List.of(),
        Map.of(),
        List.of(),
        PlayRules.NONE,
        true,
        List.of(new Task(name, PLACE, Options.NONE, body)),
        List.of());
  }

  /** A pattern that matches no host is a mistake, unless other plays have hosts. */
  static void refuseNone(Playbook playbook, Project project, InventoryOptions inventory) {
    List<String> patterns = new ArrayList<>();
    if (!inventory.chosen().isEmpty()) {
      patterns.add(inventory.chosen());
    }
    for (Play play : playbook.plays()) {
      if (!project.hosts(play).isEmpty()) {
        return;
      }
      patterns.addAll(inventory.chosen().isEmpty() ? play.hosts() : List.of());
    }
    throw new NoHostsException(
        new Problem(
            playbook.plays().isEmpty() ? Location.NONE : playbook.plays().get(0).location(),
            "no host matches '" + String.join(", ", patterns) + "'",
            inventory.sources().isEmpty()
                ? "say with -i where the hosts are; without it there is only localhost"
                : "'kit inventory list' shows the hosts"));
  }

  /** Carries out a play that no playbook holds; nothing is kept of it. */
  Totals run(Play play, Settings settings, Listener listener, Interruption interruption) {
    Run run = new Run(settings, project, targets, Intents.NONE, listener);
    interruption.stops(run::interrupt);
    return Totals.of(run.execute(new Playbook(Path.of(""), List.of(play))));
  }

  /** Tells what the user should know of the variables. */
  void warn(Sink err) {
    for (String warning : variables.warnings()) {
      err.line("warning: " + warning);
    }
  }

  @Override
  public void close() {
    targets.close();
  }
}
