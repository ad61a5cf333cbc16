package kit.cli.vault;

import java.util.ArrayList;
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

/** {@code kit vault encrypt}: puts files into a vault. */
public final class VaultEncrypt implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("encrypt", "Encrypts files, or standard input.");
    VaultOptions.add(spec);
    VaultDesk.addSealing(spec);
    Words.text(spec, "FILE", "Write here ('-' for standard output).", "--output");
    Words.arguments(spec, "FILE", "Files; standard input if none.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    VaultDesk desk = new VaultDesk(said, screen, true);
    List<String> files = VaultDesk.files(said);
    String output = output(said, files);
    List<byte[]> contents = new ArrayList<>();
    for (String file : files) {
      byte[] content = desk.read(file);
      if (Vault.isVaulted(content)) {
        throw new VaultException(
            VaultDesk.at(file), "this is vaulted already", "kit vault rekey changes its password");
      }
      contents.add(content);
    }
    Secret key = desk.sealing();
    for (int i = 0; i < files.size(); i++) {
      String to = output.isEmpty() ? files.get(i) : output;
      desk.seal(to, contents.get(i), key, output.isEmpty());
    }
    if (!files.equals(List.of(VaultDesk.STANDARD))) {
      screen.err.line("Encryption successful");
    }
    return Exit.OK;
  }

  static String output(ParseResult said, List<String> files) {
    String output = Words.text(said, "--output");
    if (!output.isEmpty() && files.size() > 1) {
      throw new UsageException("--output takes the content of one file only", "name one file");
    }
    return output;
  }
}
