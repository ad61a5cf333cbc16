package kit.cli.vault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kit.catalog.Suggestion;
import kit.cli.option.VaultOptions;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import kit.data.VaultedYaml;
import kit.vault.VaultException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit vault get}: one value of a file. */
public final class VaultGet implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("get", "Prints one value of a YAML file, decrypted.");
    VaultOptions.add(spec);
    Words.arguments(spec, "FILE KEY", "The file and the name of the value: a, or a.b below a.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    List<String> words = said.matchedPositionalValue(0, List.<String>of());
    if (words.size() != 2) {
      throw new UsageException("get takes a file and a key", "say: kit vault get FILE KEY");
    }
    VaultDesk desk = new VaultDesk(said, screen, false);
    VaultKeys keys = VaultKeys.read(desk, words.get(0));
    Optional<Object> found = keys.yaml().find(words.get(1));
    if (found.isEmpty()) {
      throw new VaultException(
          VaultDesk.at(words.get(0)),
          "there is no '" + words.get(1) + "'",
          Suggestion.hint(
              words.get(1),
              keys.yaml().values().stream().map(VaultedYaml.Held::path).toList(),
              "kit vault ls shows what is there"));
    }
    if (found.get() instanceof Map<?, ?> || found.get() instanceof List<?>) {
      throw new VaultException(
          VaultDesk.at(words.get(0)), "'" + words.get(1) + "' has values below it", "name one");
    }
    screen.out.bytes(VaultKeys.plain(found.get(), desk.vault()));
    screen.out.bytes(new byte[] {'\n'});
    return Exit.OK;
  }
}
