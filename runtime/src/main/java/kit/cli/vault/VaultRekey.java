package kit.cli.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kit.cli.option.VaultOptions;
import kit.cli.terminal.Command;
import kit.cli.terminal.Exit;
import kit.cli.terminal.Screen;
import kit.cli.terminal.UsageException;
import kit.cli.terminal.Words;
import kit.data.DataFile;
import kit.data.Vaulted;
import kit.data.VaultedYaml;
import kit.vault.PasswordSource;
import kit.vault.SafeFile;
import kit.vault.Secret;
import kit.vault.Vault;
import kit.vault.VaultException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code kit vault rekey}: the same secrets under another password, whole files and values. */
public final class VaultRekey implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Words.command(
            "rekey", "Encrypts with another password: vaulted files, and !vault values in YAML.");
    VaultOptions.add(spec);
    Words.text(spec, "ID", "The new password: label@source.", "--new-vault-id");
    Words.text(spec, "FILE", "File with the new password.", "--new-vault-password-file");
    Words.arguments(spec, "FILE", "Files.");
    return spec;
  }

  @Override
  public int run(ParseResult said, Screen screen) {
    VaultDesk desk = new VaultDesk(said, screen, false);
    List<String> files = VaultDesk.files(said);
    if (files.equals(List.of(VaultDesk.STANDARD))) {
      throw new UsageException("rekey needs files", "say: kit vault rekey FILE");
    }
    // all is opened before anything is written: a wrong password leaves no mixture
    List<Object> opened = new ArrayList<>();
    for (String file : files) {
      opened.add(opened(desk, file));
    }
    Secret key = desk.strong(fresh(said, desk));
    for (int i = 0; i < files.size(); i++) {
      if (opened.get(i) instanceof VaultedYaml yaml) {
        values(files.get(i), yaml, desk.vault(), key);
      } else {
        desk.seal(files.get(i), ((Vault.Opened) opened.get(i)).plain(), key, false);
      }
    }
    screen.err.line("Rekey successful");
    return Exit.OK;
  }

  private static Object opened(VaultDesk desk, String file) {
    byte[] content = desk.read(file);
    if (Vault.isVaulted(content)) {
      return desk.open(content, file);
    }
    VaultedYaml yaml = new VaultedYaml(DataFile.text(content, file), file);
    int vaulted = 0;
    for (VaultedYaml.Held held : yaml.values()) {
      if (held.value() instanceof Vaulted value) {
        desk.vault().open(value.ciphertext(), value.location());
        vaulted++;
      }
    }
    if (vaulted == 0) {
      throw new VaultException(
          VaultDesk.at(file), "nothing here is vaulted", "kit vault encrypt does that");
    }
    return yaml;
  }

  private static Secret fresh(ParseResult said, VaultDesk desk) {
    List<PasswordSource> sources = new ArrayList<>();
    String id = Words.text(said, "--new-vault-id");
    String file = Words.text(said, "--new-vault-password-file");
    if (!id.isEmpty()) {
      sources.add(PasswordSource.of(id));
    }
    if (!file.isEmpty()) {
      sources.add(PasswordSource.file(file));
    }
    if (sources.size() > 1) {
      throw new UsageException("two new passwords are named", "name one");
    }
    if (sources.isEmpty()) {
      byte[] typed =
          desk.means().twice("new vault password").strip().getBytes(StandardCharsets.UTF_8);
      return new Secret(Secret.DEFAULT, typed);
    }
    return desk.keys(sources).get(0);
  }

  private static void values(String file, VaultedYaml yaml, Vault old, Secret key) {
    String text =
        yaml.rewritten(
            value -> Vault.encrypt(old.open(value.ciphertext(), value.location()).plain(), key));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Object before = Plainly.of(yaml.root(), old);
    new SafeFile(Path.of(file)).replace(bytes, read -> before.equals(plain(read, file, key)));
  }

  private static Object plain(byte[] content, String file, Secret key) {
    VaultedYaml yaml = new VaultedYaml(DataFile.text(content, file), file);
    Object values = Plainly.of(yaml.root(), new Vault(List.of(key)));
    return values == null ? Map.of() : values;
  }
}
