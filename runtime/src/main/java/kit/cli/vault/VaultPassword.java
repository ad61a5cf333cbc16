package kit.cli.vault;

import java.nio.charset.StandardCharsets;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.Words;
import kit.vault.Strength;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit vault gen-password}: a password that nobody guesses. */
public final class VaultPassword implements Command {

  @Override
  public CommandSpec spec() {
    return Words.command("gen-password", "Makes a password of 130 bits.");
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    screen.out.bytes((Strength.password() + "\n").getBytes(StandardCharsets.US_ASCII));
    return Exit.OK;
  }
}
