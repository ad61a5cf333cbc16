package kit.cli;

import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.Words;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit version}. */
final class VersionCommand implements Command {

  @Override
  public CommandSpec spec() {
    return Words.command("version", "Shows the versions of kit and of Java.");
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    String version = Main.class.getPackage().getImplementationVersion();
    String kit = version == null ? "(not packed)" : version;
    screen.out.line("kit " + kit + ", Java " + System.getProperty("java.runtime.version"));
    return Exit.OK;
  }
}
