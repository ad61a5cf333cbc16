package kit.cli.vault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kit.cli.option.VaultOptions;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.Words;
import kit.vault.SafeFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit vault decrypt}: takes files out of a vault. */
public final class VaultDecrypt implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("decrypt", "Decrypts files, or standard input.");
    VaultOptions.add(spec);
    Words.text(spec, "FILE", "Write here ('-' for standard output).", "--output");
    Words.arguments(spec, "FILE", "Files; standard input if none.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    VaultDesk desk = new VaultDesk(said, screen, false);
    List<String> files = VaultDesk.files(said);
    String output = VaultEncrypt.output(said, files);
    List<byte[]> plain = new ArrayList<>();
    for (String file : files) {
      plain.add(desk.open(desk.read(file), file).plain());
    }
    for (int i = 0; i < files.size(); i++) {
      String to = output.isEmpty() ? files.get(i) : output;
      if (to.equals(VaultDesk.STANDARD)) {
        screen.out.bytes(plain.get(i));
      } else {
        new SafeFile(Path.of(to)).replace(plain.get(i), SafeFile.same(plain.get(i)));
      }
    }
    if (!files.equals(List.of(VaultDesk.STANDARD))) {
      screen.err.line("Decryption successful");
    }
    return Exit.OK;
  }
}
