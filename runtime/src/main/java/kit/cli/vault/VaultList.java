package kit.cli.vault;

import java.util.List;
import kit.cli.option.VaultOptions;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import kit.data.Vaulted;
import kit.data.VaultedYaml;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit vault ls}: what is secret in files, without the secrets. */
public final class VaultList implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("ls", "Lists the names of vaulted values in YAML files.");
    VaultOptions.add(spec);
    Words.arguments(spec, "FILE", "The files.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    List<String> files = said.matchedPositionalValue(0, List.<String>of());
    if (files.isEmpty()) {
      throw new UsageException("ls needs a file", "say: kit vault ls FILE");
    }
    VaultDesk desk = new VaultDesk(said, screen, false);
    for (String file : files) {
      desk.read(file); // a file that is not there is an error here
      VaultKeys keys = VaultKeys.read(desk, file);
      for (VaultedYaml.Held held : keys.yaml().values()) {
        if (keys.whole().isPresent()) {
          line(files, file, held.path(), keys.whole().get().label(), screen);
        } else if (held.value() instanceof Vaulted vaulted) {
          line(files, file, held.path(), label(vaulted), screen);
        }
      }
    }
    return Exit.OK;
  }

  private static void line(
      List<String> files, String file, String path, String label, Screen screen) {
    String place = files.size() > 1 ? file + ": " : "";
    screen.out.line(place + path + (label.isEmpty() ? "" : "  (" + label + ")"));
  }

  private static String label(Vaulted vaulted) {
    String[] header = vaulted.ciphertext().lines().findFirst().orElse("").split(";");
    return header.length > 3 && header[1].strip().equals("1.2") ? header[3].strip() : "";
  }
}
