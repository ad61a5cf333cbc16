package kit.cli.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kit.cli.option.VaultOptions;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import kit.data.DataFile;
import kit.data.Vaulted;
import kit.data.VaultedYaml;
import kit.data.YamlScalar;
import kit.vault.SafeFile;
import kit.vault.Secret;
import kit.vault.Strength;
import kit.vault.Vault;
import kit.vault.VaultException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit vault set}: puts one secret into a YAML file; all else in it stays as it is. */
public final class VaultSet implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Words.command("set", "Puts one secret into a YAML file and keeps the rest.");
    VaultOptions.add(spec);
    VaultDesk.addSealing(spec);
    Words.flag(spec, "Make a new password up.", "--generate");
    Words.arguments(
        spec,
        "FILE KEY [VALUE]",
        "The file, the name (a, or a.b below a), and the value: '-' for standard input; asked for"
            + " if not given. What stands here can be seen in the process list.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    List<String> words = said.matchedPositionalValue(0, List.<String>of());
    boolean generate = Words.flag(said, "--generate");
    if (words.size() < 2 || words.size() > (generate ? 2 : 3)) {
      throw new UsageException("set takes a file, a key and a value", "kit vault set FILE KEY");
    }
    VaultDesk desk = new VaultDesk(said, screen, true);
    String path = words.get(1);
    VaultKeys keys = VaultKeys.read(desk, words.get(0));
    String value = generate ? Strength.password() : value(desk, words);
    if (keys.whole().isPresent()) {
      String text = keys.yaml().with(path, YamlScalar.plain(value));
      check(text, path, value, keys, desk.vault());
      byte[] plain = text.getBytes(StandardCharsets.UTF_8);
      desk.seal(words.get(0), plain, VaultKeys.again(keys.whole().get()), false);
    } else {
      Secret key = key(said, desk, keys.yaml().find(path));
      String vaulted = Vault.encrypt(value.getBytes(StandardCharsets.UTF_8), key);
      String text = keys.yaml().with(path, YamlScalar.vaulted(vaulted));
      Vault vault = new Vault(() -> both(desk, key), screen.redactor);
      check(text, path, value, keys, vault);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      new SafeFile(Path.of(words.get(0))).replace(bytes, SafeFile.same(bytes));
    }
    return Exit.OK;
  }

  private static List<Secret> both(VaultDesk desk, Secret key) {
    List<Secret> keys = new java.util.ArrayList<>(desk.vault().keys());
    keys.add(0, key);
    return keys;
  }

  /** A value that is there keeps its password and label, unless another is asked for. */
  private static Secret key(ParseResult said, VaultDesk desk, Optional<Object> there) {
    boolean chosen = said.hasMatchedOption("--encrypt-vault-id");
    if (!chosen && there.isPresent() && there.get() instanceof Vaulted vaulted) {
      try {
        return VaultKeys.again(desk.vault().open(vaulted.ciphertext(), vaulted.location()));
      } catch (VaultException e) {
        return desk.sealing(); // a secret whose password is lost can be replaced
      }
    }
    return desk.sealing();
  }

  private static String value(VaultDesk desk, List<String> words) {
    if (words.size() < 3) {
      return desk.means().twice("value of " + words.get(1));
    }
    if (!words.get(2).equals(VaultDesk.STANDARD)) {
      return words.get(2);
    }
    String text = DataFile.text(desk.read(VaultDesk.STANDARD), "standard input");
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /** Nothing is written that reads back differently: neither this value nor any other. */
  private static void check(String text, String path, String value, VaultKeys keys, Vault vault) {
    VaultedYaml now = new VaultedYaml(text, keys.file());
    byte[] wanted = value.getBytes(StandardCharsets.UTF_8);
    boolean there =
        now.find(path)
            .filter(found -> Arrays.equals(VaultKeys.plain(found, vault), wanted))
            .isPresent();
    List<VaultedYaml.Held> others = now.values();
    others.removeIf(held -> held.path().equals(path));
    List<VaultedYaml.Held> before = keys.yaml().values();
    before.removeIf(held -> held.path().equals(path) || held.path().isEmpty());
    if (!there || !same(before, others)) {
      throw new VaultException(
          VaultDesk.at(keys.file()),
          "'" + path + "' cannot be set without changing other things; nothing was written",
          "use an editor and kit vault encrypt-string");
    }
  }

  private static boolean same(List<VaultedYaml.Held> before, List<VaultedYaml.Held> after) {
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).path().equals(after.get(i).path())
          || !plain(before.get(i)).equals(plain(after.get(i)))) {
        return false;
      }
    }
    return true;
  }

  /** Without the line, which may have moved. */
  private static Object plain(VaultedYaml.Held held) {
    Object value = held.value();
    return value instanceof Vaulted vaulted ? vaulted.ciphertext() : String.valueOf(value);
  }
}
