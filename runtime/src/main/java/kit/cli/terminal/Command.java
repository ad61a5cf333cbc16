package kit.cli.terminal;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A word that {@code kit} understands. */
public interface Command {

  /** The options, arguments and help of the command. Only that of the command asked for is made. */
  CommandSpec spec();

  /**
   * Does it.
   *
   * @return what the process ends with
   */
  int run(ParseResult said, Screen screen);
}
