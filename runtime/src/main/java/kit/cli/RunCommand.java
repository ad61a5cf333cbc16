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
import kit.report.MistakesReport;
import kit.report.Totals;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit run} and {@code kit check}: carries a playbook out, or only looks and tells. */
final class RunCommand implements Command {

  private final boolean checking;

  RunCommand(boolean checking) {
    this.checking = checking;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        checking
            ? Words.command("check", "Tells what a playbook would change; changes nothing.")
            : Words.command("run", "Carries a playbook out.");
    InventoryOptions.add(spec);
    PlayOptions.add(spec);
    Course.add(spec);
    Outline.add(spec);
    ConnectionOptions.add(spec);
    OutputOptions.add(spec);
    if (checking) {
      Words.flag(spec, "Only look for mistakes; contact no host.", "--offline");
    } else {
      Words.flag(spec, "Only look and tell.", "-C", "--check");
    }
    Words.argument(spec, "PLAYBOOK", "1", "A Groovy file.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    Path folder = Path.of(Words.argument(said)).getParent();
    screen.project(folder == null ? Path.of("") : folder);
    OutputOptions output = OutputOptions.ofRun(said);
    boolean check = checking || Words.flag(said, "-C");
    RunRequest request =
        new RunRequest(
            InventoryOptions.of(said, screen),
            ConnectionOptions.of(said, screen),
            PlayOptions.of(said, check),
            output.detail());
    Path playbook = Path.of(Words.argument(said));
    Wiring wiring = new Wiring(screen);
    if (checking && Words.flag(said, "--offline")) {
      return offline(request, playbook, wiring, screen, output.json());
    }
    try (Report report = Report.of(output, screen)) {
      try (Interruption interruption = new Interruption(screen)) {
        refuseMissing(playbook);
        Outline outline = Outline.of(said, output.json());
        if (outline.wanted()) {
          wiring.outline(request, playbook, outline);
          return Exit.OK;
        }
        Course course = Course.of(said);
        if (course.debug() && !(screen.interactive() && report.text())) {
          throw new UsageException(
              "--debug-on-fail needs a terminal, and a report for people",
              "leave it out: what fails is told");
        }
        return Totals.of(wiring.run(request, course, playbook, report, interruption)).exitCode();
      } catch (KitException e) {
        report.problems(e.problems(), Exit.of(e));
        throw e;
      }
    }
  }

  private static int offline(
      RunRequest request, Path playbook, Wiring wiring, Screen screen, boolean json) {
    List<Problem> problems = List.of();
    List<Problem> warnings = List.of();
    try {
      refuseMissing(playbook);
      warnings = wiring.check(request, playbook);
      return Exit.OK;
    } catch (KitException e) {
      problems = e.problems();
      throw e;
    } finally {
      if (json) {
        new MistakesReport(screen.out).write(problems, warnings);
      }
      for (Problem warning : warnings) {
        screen.err.line("warning: " + warning);
      }
    }
  }

  private static void refuseMissing(Path playbook) {
    if (!Files.isRegularFile(playbook)) {
      Location at = new Location(playbook.toString(), 0, 0);
      String what = Files.exists(playbook) ? "this is no playbook" : "there is no such playbook";
      throw new KitException(new Problem(at, what, "check the path"));
    }
  }
}
