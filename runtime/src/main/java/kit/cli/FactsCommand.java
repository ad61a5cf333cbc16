package kit.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kit.cli.option.ConnectionOptions;
import kit.cli.option.InventoryOptions;
import kit.cli.option.OutputOptions;
import kit.cli.option.PlayOptions;
import kit.cli.option.RunRequest;
import kit.cli.terminal.Command;
import kit.cli.terminal.Screen;
import kit.cli.terminal.Words;
import kit.model.Playbook;
import kit.report.FieldLines;
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
    FactPlay play = new FactPlay(screen);
    ChosenHosts chosen =
        ChosenHosts.of(request, pattern.isEmpty() ? ChosenHosts.all(request) : pattern);
    Playbook playbook = play.on(chosen.pattern());
    int code;
    try (Interruption interruption = new Interruption(screen)) {
      Wiring wiring = new Wiring(screen);
      code = Totals.of(wiring.run(chosen.request(), playbook, play, interruption)).exitCode();
    }
    for (Map.Entry<String, Map<String, Object>> host : new TreeMap<>(play.facts()).entrySet()) {
      if (output.json()) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("host", host.getKey());
        object.put("facts", host.getValue());
        screen.out.json(object);
      } else {
        screen.out.line(host.getKey());
        FieldLines.of(host.getValue()).forEach(line -> screen.out.line("  " + line));
      }
    }
    return code;
  }
}
