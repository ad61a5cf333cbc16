package kit.cli.terminal;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Several commands with a first word in common: {@code kit vault edit}. */
public interface Family extends Command {

  /** The word in common. */
  String name();

  /** The second words, in the order of the help. */
  List<String> members();

  Optional<Command> member(String name);

  @Override
  default int run(ParseResult said, Screen screen) {
    throw new IllegalStateException(name() + " itself does nothing");
  }
}
