package kit.cli;

import java.time.Duration;
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
import kit.report.JsonReport;
import kit.report.ShellJson;
import kit.report.ShellLines;
import kit.report.ShellReport;
import kit.report.ShellScreen;
import kit.report.Style;
import kit.spi.Sh;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit sh}: a command on many hosts. */
final class ShellCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("sh", "Runs a command on hosts and shows what it says.");
    InventoryOptions.add(spec);
    PlayOptions.addVariables(spec);
    ConnectionOptions.add(spec);
    AdHoc.addTime(spec);
    OutputOptions.addFormat(spec);
    Words.argument(spec, "PATTERN", "1", "Which hosts.");
    String what = "Behind '--': one word is a script for sh, several are a command and its words.";
    Words.arguments(spec, 1, "CMD", what);
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    OutputOptions output = OutputOptions.of(said);
    String script = script(Words.arguments(said, 1));
    Duration limit = AdHoc.time(said);
    RunRequest request = AdHoc.request(said, screen, output.detail(), false);
    try (Interruption interruption = new Interruption(screen);
        Fleet fleet = fleet(request, Words.argument(said), screen);
        ShellReport report = report(output, screen, fleet.hosts())) {
      ShellRun run = new ShellRun(fleet, script, limit, report);
      interruption.stops(run::stop);
      int code = run.run(request.connection().forks()).exitCode();
      fleet.warn(screen.err);
      return code;
    } catch (KitException e) {
      if (output.json()) {
        new JsonReport(screen.out).problems(e.problems(), Exit.of(e));
      }
      throw e;
    }
  }

  private static Fleet fleet(RunRequest request, String pattern, Screen screen) {
    HeadStart.ssh(request.inventory());
    return new Wiring(screen).fleet(ChosenHosts.of(request, pattern));
  }

  private static ShellReport report(OutputOptions output, Screen screen, List<String> hosts) {
    if (output.json()) {
      return new ShellJson(screen.out);
    }
    if (!screen.watched()) {
      return new ShellLines(screen.out, screen.err);
    }
    Style style = output.plain() ? Style.PLAIN : screen.style();
    return new ShellScreen(screen.out, screen.err, style, hosts);
  }

  private static String script(List<String> words) {
    if (words.isEmpty()) {
      throw new UsageException("it is not said what to run", "kit sh PATTERN -- uptime");
    }
    return words.size() == 1 ? words.get(0) : Sh.quote(words);
  }
}
