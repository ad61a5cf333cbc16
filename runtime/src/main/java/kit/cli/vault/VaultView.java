package kit.cli.vault;

import kit.cli.option.VaultOptions;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.Words;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit vault view}: shows what a vaulted file holds. */
public final class VaultView implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("view", "Shows what vaulted files hold.");
    VaultOptions.add(spec);
    Words.arguments(spec, "FILE", "Vaulted files.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    VaultDesk desk = new VaultDesk(said, screen, false);
    for (String file : VaultDesk.files(said)) {
      screen.out.bytes(desk.open(desk.read(file), file).plain());
    }
    return Exit.OK;
  }
}
