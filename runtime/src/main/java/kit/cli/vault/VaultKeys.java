package kit.cli.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kit.data.DataFile;
import kit.data.Vaulted;
import kit.data.VaultedYaml;
import kit.vault.Secret;
import kit.vault.Vault;

/**
 * A YAML file with vaulted values, or a vaulted file with plain ones.
 *
 * @param file its name
 * @param yaml its values
 * @param whole how the whole file was opened; empty if it is not vaulted as a whole
 */
public record VaultKeys(String file, VaultedYaml yaml, Optional<Vault.Opened> whole) {

  static VaultKeys read(VaultDesk desk, String file) {
    byte[] content = Files.exists(Path.of(file)) ? desk.read(file) : new byte[0];
    if (!Vault.isVaulted(content)) {
      return new VaultKeys(
          file, new VaultedYaml(DataFile.text(content, file), file), Optional.empty());
    }
    Vault.Opened opened = desk.open(content, file);
    String text = DataFile.text(opened.plain(), file);
    return new VaultKeys(file, new VaultedYaml(text, file), Optional.of(opened));
  }

  /** A value as text. */
  static byte[] plain(Object value, Vault vault) {
    return value instanceof Vaulted vaulted
        ? vault.open(vaulted.ciphertext(), vaulted.location()).plain()
        : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
  }

  /** The key that opens a text, with the label that the text names. */
  static Secret again(Vault.Opened opened) {
    String label = opened.label().isEmpty() ? Secret.DEFAULT : opened.label();
    return new Secret(label, opened.key().password());
  }
}
