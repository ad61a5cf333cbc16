package kit.cli;

import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.Words;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code kit warm}: does once what a run does, on nothing, so that the JVM can write down for the
 * next start which classes that takes. The launcher calls it; see docs/cli.md.
 */
final class WarmCommand implements Command {

  static final String NAME = "warm";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command(NAME, "Prepares a fast start; ./kit does it by itself.");
    spec.usageMessage().hidden(true);
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    new Warming().run();
    return Exit.OK;
  }
}
