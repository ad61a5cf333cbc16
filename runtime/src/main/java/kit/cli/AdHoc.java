package kit.cli;

import java.time.Duration;
import java.util.List;
import kit.catalog.Conversion;
import kit.catalog.Mismatch;
import kit.cli.option.ConnectionOptions;
import kit.cli.option.InventoryOptions;
import kit.cli.option.PlayOptions;
import kit.cli.option.RunRequest;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import kit.report.Detail;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the commands that need no playbook understand alike. */
final class AdHoc {

  private static final String TIME = "--max-time";

  private AdHoc() {}

  static void addTime(CommandSpec spec) {
    Words.text(spec, "TIME", "End it on a host after this time: 90, 5m, 2h.", "-m", TIME);
  }

  /** How long it may take on a host; zero if nothing was said. */
  static Duration time(ParseResult said) {
    String text = Words.text(said, TIME);
    try {
      Duration time =
          text.isEmpty() ? Duration.ZERO : (Duration) Conversion.to(Duration.class).convert(text);
      if (text.isEmpty() || !time.isZero()) {
        return time;
      }
    } catch (Mismatch e) {
      throw new UsageException(e.about(TIME), "say 90, 90s, 5m or 2h");
    }
    throw new UsageException(TIME + " " + text + " is over already", "say 1 or more");
  }

  static RunRequest request(ParseResult said, Screen screen, Detail detail, boolean check) {
    return new RunRequest(
        InventoryOptions.of(said, screen),
        ConnectionOptions.of(said, screen),
        new PlayOptions(List.of(), List.of(), PlayOptions.extraVars(said), check),
        detail);
  }
}
