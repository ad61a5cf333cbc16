package kit.cli;

import java.nio.charset.StandardCharsets;
import kit.vault.Strength;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit vault gen-password}: a password that nobody guesses. */
final class VaultPassword implements Command {

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
