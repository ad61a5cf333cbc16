package kit.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kit.catalog.ModuleType;
import kit.cli.option.ConnectionOptions;
import kit.cli.option.InventoryOptions;
import kit.cli.option.OutputOptions;
import kit.cli.option.PlayOptions;
import kit.cli.option.RunRequest;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.Words;
import kit.engine.Listener;
import kit.model.Invocation;
import kit.model.KitException;
import kit.model.Options;
import kit.model.OptionsBuilder;
import kit.model.Play;
import kit.report.DoReport;
import kit.spi.Module;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit do}: one call of a module on many hosts. */
final class DoCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("do", "Carries one call of a module out.");
    InventoryOptions.add(spec);
    PlayOptions.addVariables(spec);
    ConnectionOptions.add(spec);
    AdHoc.addTime(spec);
    Words.flag(spec, "Only look and tell.", "-C", "--check");
    OutputOptions.addDetail(spec);
    OutputOptions.addFormat(spec);
    Words.argument(spec, "PATTERN", "1", "Which hosts.");
    Words.argument(spec, 1, "MODULE", "1", "What to do; 'kit doc' lists all modules.");
    String what = "Its arguments, name=value: lists as a,b or JSON, {{ variables }} of the host.";
    Words.arguments(spec, 2, "ARGUMENT", what);
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    OutputOptions output = OutputOptions.of(said);
    RunRequest request = AdHoc.request(said, screen, output.detail(), Words.flag(said, "-C"));
    Options options = options(AdHoc.time(said));
    try (Report report = Report.of(output, screen)) {
      try (Interruption interruption = new Interruption(screen)) {
        HeadStart.ssh(request.inventory());
        Wiring wiring = new Wiring(screen);
        ModuleType type = wiring.module(Words.argument(said, 1));
        DoWords words = new DoWords(type, Words.arguments(said, 2));
        ChosenHosts chosen = ChosenHosts.of(request, Words.argument(said));
        try (Fleet fleet = wiring.fleet(chosen)) {
          Map<String, Module> calls =
              DoCalls.of(type, words, fleet, wiring.ground().templates(Path.of("")));
          Play play = play(type.name(), chosen.pattern(), calls, options);
          Listener listener =
              output.json()
                  ? report
                  : new DoReport(report, report::after, screen.out, output.detail());
          int code = fleet.run(play, Wiring.settings(request), listener, interruption).exitCode();
          fleet.warn(screen.err);
          return code;
        }
      } catch (KitException e) {
        report.problems(e.problems(), Exit.of(e));
        throw e;
      }
    }
  }

  private static Play play(
      String module, String pattern, Map<String, Module> calls, Options options) {
    return Fleet.play(
        module,
        pattern,
        session ->
            session.call(new Invocation(module, calls.get(session.host()), options, DoWords.LINE)));
  }

  private static Options options(Duration limit) {
    if (limit.isZero()) {
      return Options.NONE;
    }
    OptionsBuilder options = new OptionsBuilder();
    options.timeout = limit;
    return options.build();
  }
}
