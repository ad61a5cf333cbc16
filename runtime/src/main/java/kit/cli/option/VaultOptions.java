package kit.cli.option;

import java.util.ArrayList;
import java.util.List;
import kit.cli.terminal.Screen;
import kit.cli.terminal.Words;
import kit.vault.Keyring;
import kit.vault.PasswordSource;
import kit.vault.Vault;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Where vault passwords come from, in ansible-vault's words.
 *
 * @param ids {@code label@source}
 * @param files files that hold or print a password
 * @param ask whether to ask for one
 */
public record VaultOptions(List<String> ids, List<String> files, boolean ask) {

  public static void add(CommandSpec spec) {
    String id = "Vault password: label@file, label@prompt or label@env:NAME (repeatable).";
    Words.texts(spec, "ID", id, "--vault-id");
    String file = "File with a vault password, or program that prints it (repeatable).";
    Words.texts(spec, "FILE", file, "--vault-password-file", "--vault-pass-file");
    Words.flag(
        spec, "Ask for the vault password.", "-J", "--ask-vault-pass", "--ask-vault-password");
  }

  public static VaultOptions of(ParseResult said) {
    return new VaultOptions(
        List.copyOf(Words.texts(said, "--vault-id")),
        List.copyOf(Words.texts(said, "--vault-password-file")),
        Words.flag(said, "-J"));
  }

  /**
   * What decrypts with these; asks at once for what has to be typed, not in the middle of a run.
   */
  public Vault vault(Screen screen) {
    List<PasswordSource> sources = sources(screen, Configured.vaultPasswordFile(screen));
    if (sources.isEmpty()) {
      return new Vault(List::of, screen.redactor);
    }
    Keyring keys = new Keyring(sources, new VaultMeans(screen), screen.redactor);
    for (PasswordSource source : sources) {
      if (source.asks()) {
        keys.all();
      }
    }
    return new Vault(keys, screen.redactor);
  }

  /**
   * All sources: those of the environment, which Ansible reads too, and those said.
   *
   * @param configured the file that the project's configuration names; empty if none
   */
  public List<PasswordSource> sources(Screen screen, String configured) {
    List<PasswordSource> sources =
        new ArrayList<>(PasswordSource.list(screen.environment("ANSIBLE_VAULT_IDENTITY_LIST")));
    for (String id : ids) {
      sources.add(PasswordSource.of(id));
    }
    for (String file : files) {
      sources.add(PasswordSource.file(file));
    }
    String preset = screen.environment("ANSIBLE_VAULT_PASSWORD_FILE");
    if (!preset.isEmpty()) {
      sources.add(PasswordSource.file(preset));
    }
    if (!screen.environment("KIT_VAULT_PASSWORD").isEmpty()) {
      sources.add(PasswordSource.file("env:KIT_VAULT_PASSWORD"));
    }
    if (!configured.isEmpty()) {
      sources.add(PasswordSource.file(configured));
    }
    if (ask) {
      sources.add(PasswordSource.prompt());
    }
    return sources;
  }
}
