package kit.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kit.cli.option.ConnectionOptions;
import kit.cli.option.InventoryOptions;
import kit.cli.option.OutputOptions;
import kit.cli.option.PlayOptions;
import kit.cli.option.RunRequest;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;
import kit.repl.Repl;
import kit.repl.Stage;
import kit.report.Detail;
import kit.report.ProblemView;
import kit.target.Targets;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit repl}: the language of playbooks, typed against live hosts. */
final class ReplCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("repl", "Playbook language at a prompt, against live hosts.");
    InventoryOptions.add(spec);
    PlayOptions.addExtraVars(spec);
    ConnectionOptions.add(spec);
    Words.flag(spec, "No colours.", "--no-color");
    Words.argument(spec, "PATTERN", "0..1", "Which hosts; all if not said.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    if (!screen.interactive()) {
      throw new UsageException(
          "kit repl needs a terminal",
          "without one: kit run a playbook, kit do a call, kit sh a command");
    }
    RunRequest request =
        new RunRequest(
            InventoryOptions.of(said, screen),
            ConnectionOptions.of(said, screen),
            new PlayOptions(
                List.of(), List.of(), PlayOptions.extraVars(said), false, PlayOptions.paths(said)),
            new Detail(0, true));
    String pattern = Words.argument(said);
    String everyone = ChosenHosts.all(request);
    Wiring wiring = new Wiring(screen);
    boolean plain = Words.flag(said, "--no-color");
    Stage stage =
        wiring.stage(request, plain, history(screen), new Others(request, wiring, screen));
    new Repl(stage).run(pattern.isEmpty() ? everyone : pattern);
    return Exit.OK;
  }

  /** Where what was typed is kept: it is state, not cache. */
  static Path history(Screen screen) {
    String state = screen.environment("XDG_STATE_HOME");
    Path base =
        state.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    return base.resolve("kit").resolve("history");
  }

  /** What the session has other commands do. */
  private record Others(RunRequest request, Wiring wiring, Screen screen)
      implements Stage.Commands {

    @Override
    public void doc(String module) {
      if (module.isEmpty()) {
        new Main(screen).run("doc");
      } else {
        new Main(screen).run("doc", module);
      }
    }

    @Override
    public void why(String name, String host) {
      WhyCommand.tell(wiring.known(request).host(host), name, host, screen);
    }

    @Override
    public void play(Path file, boolean check, boolean diff, Targets targets, Stage.Stops stops) {
      if (!Files.isRegularFile(file)) {
        throw new KitException(
            new Problem(
                new Location(file.toString(), 0, 0),
                "there is no such playbook",
                "check the path"));
      }
      PlayOptions its = request.play();
      PlayOptions play =
          new PlayOptions(its.tags(), its.skipTags(), its.extraVars(), check, its.rolesPath());
      RunRequest asked =
          new RunRequest(request.inventory(), request.connection(), play, new Detail(0, diff));
      OutputOptions output = new OutputOptions(asked.detail(), "text", "", false, false);
      try (Report report = Report.of(output, screen);
          Interruption interruption = Interruption.heard(screen, stops::by)) {
        new Wiring(screen)
            .over(targets)
            .run(asked, new Course("", false, false), file, report, interruption);
      } catch (KitException e) {
        for (String line : new ProblemView(screen.style()).lines(e.problems())) {
          screen.out.line(line);
        }
      }
    }
  }
}
