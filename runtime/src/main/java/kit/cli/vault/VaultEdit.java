package kit.cli.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kit.cli.option.VaultOptions;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import kit.vault.Secret;
import kit.vault.Vault;
import kit.vault.VaultException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit vault edit} and {@code create}: plain text is in the editor and in memory only. */
public final class VaultEdit implements Command {

  private final boolean fresh;

  /**
   * @param fresh whether the file must not be there yet
   */
  VaultEdit(boolean fresh) {
    this.fresh = fresh;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        fresh
            ? Words.command("create", "Makes a vaulted file with an editor.")
            : Words.command("edit", "Changes a vaulted file with an editor.");
    VaultOptions.add(spec);
    VaultDesk.addSealing(spec);
    if (fresh) {
      Words.flag(spec, "Accepted for ansible-vault's sake.", "--skip-tty-check");
    }
    Words.arguments(spec, "FILE", "The file; $VISUAL or $EDITOR is the editor.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    List<String> files = VaultDesk.files(said);
    if (files.size() != 1 || files.get(0).equals(VaultDesk.STANDARD)) {
      throw new UsageException("one file is needed", "say: kit vault edit FILE");
    }
    String file = files.get(0);
    VaultDesk desk = new VaultDesk(said, screen, fresh);
    VaultEditor editor = new VaultEditor(screen);
    if (fresh) {
      if (Files.exists(Path.of(file))) {
        throw new VaultException(
            VaultDesk.at(file), "this is there already", "kit vault edit changes it");
      }
      Secret key = desk.sealing();
      desk.seal(file, editor.edited(new byte[0], file), key, false);
      return Exit.OK;
    }
    Vault.Opened opened = desk.open(desk.read(file), file);
    Secret key =
        said.hasMatchedOption("--encrypt-vault-id") ? desk.sealing() : VaultKeys.again(opened);
    byte[] edited = editor.edited(opened.plain(), file);
    if (!Arrays.equals(edited, opened.plain())) {
      desk.seal(file, edited, key, false);
    }
    return Exit.OK;
  }
}
