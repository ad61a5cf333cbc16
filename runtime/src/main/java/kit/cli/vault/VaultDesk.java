package kit.cli.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kit.cli.option.Configured;
import kit.cli.option.VaultMeans;
import kit.cli.option.VaultOptions;
import kit.cli.terminal.Screen;
import kit.cli.terminal.Words;
import kit.data.DataFile;
import kit.model.KitException;
import kit.model.Location;
import kit.vault.Keyring;
import kit.vault.PasswordSource;
import kit.vault.SafeFile;
import kit.vault.Secret;
import kit.vault.Strength;
import kit.vault.Vault;
import kit.vault.VaultException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the commands of {@code kit vault} have in common: passwords, files in, files out. */
public final class VaultDesk {

  static final String STANDARD = "-";

  private final ParseResult said;
  private final Screen screen;
  private final VaultMeans means;
  private final Vault vault;

  /**
   * @param makes whether the command encrypts, so that a password which nobody gave is a new one
   */
  VaultDesk(ParseResult said, Screen screen, boolean makes) {
    this.said = said;
    this.screen = screen;
    this.means = new VaultMeans(screen);
    List<PasswordSource> sources =
        VaultOptions.of(said).sources(screen, Configured.vaultPasswordFile(screen));
    Vault.Keys keys =
        sources.isEmpty() ? asking(makes) : new Keyring(sources, means, screen.redactor);
    this.vault = new Vault(keys, screen.redactor);
  }

  /** The option that chooses among several passwords. */
  static void addSealing(CommandSpec spec) {
    Words.text(spec, "LABEL", "Encrypt with this one of several.", "--encrypt-vault-id");
  }

  Vault vault() {
    return vault;
  }

  VaultMeans means() {
    return means;
  }

  /** The password to encrypt with. */
  Secret sealing() {
    List<Secret> keys = vault.keys();
    String wanted = said.matchedOptionValue("--encrypt-vault-id", "");
    Set<String> labels = new LinkedHashSet<>();
    for (Secret key : keys) {
      if (wanted.equals(key.label())) {
        return strong(key);
      }
      labels.add(key.label());
    }
    if (!wanted.isEmpty()) {
      throw new VaultException(
          "there is no vault password with the label '" + wanted + "'",
          "there are " + String.join(", ", labels));
    }
    if (labels.size() > 1) {
      throw new VaultException(
          "several vault passwords could encrypt: " + String.join(", ", labels),
          "say which: --encrypt-vault-id " + keys.get(0).label());
    }
    return strong(keys.get(0));
  }

  /** Warns of a password that is guessed soon. */
  Secret strong(Secret key) {
    int bits = Strength.bits(key.password());
    if (bits < Strength.ENOUGH) {
      screen.err.line(
          "warning: this vault password has at most "
              + bits
              + " bits; 'kit vault gen-password' makes one of 130");
    }
    return key;
  }

  /** The passwords of other options than the usual ones. */
  List<Secret> keys(List<PasswordSource> sources) {
    return new Keyring(sources, means, screen.redactor).all();
  }

  /** A file, or standard input for {@code -}. */
  byte[] read(String file) {
    if (!file.equals(STANDARD)) {
      return DataFile.bytes(Path.of(file), file);
    }
    try {
      return System.in.readAllBytes();
    } catch (IOException e) {
      throw new KitException("standard input cannot be read: " + e.getMessage(), "");
    }
  }

  /** What a vaulted content holds. */
  Vault.Opened open(byte[] content, String name) {
    if (!Vault.isVaulted(content)) {
      throw new VaultException(at(name), "this is not vaulted", "kit vault encrypt does that");
    }
    return vault.open(new String(content, StandardCharsets.UTF_8), at(name));
  }

  /** Writes a content that only the key opens; the file is replaced once that was tried. */
  void seal(String file, byte[] plain, Secret key, boolean wasPlain) {
    byte[] vaulted = Vault.encrypt(plain, key).getBytes(StandardCharsets.US_ASCII);
    if (file.equals(STANDARD)) {
      screen.out.bytes(vaulted);
      return;
    }
    SafeFile target = new SafeFile(Path.of(file));
    if (wasPlain) {
      target.replaceAndShred(vaulted, read -> opens(read, plain, key, file));
    } else {
      target.replace(vaulted, read -> opens(read, plain, key, file));
    }
  }

  private static boolean opens(byte[] vaulted, byte[] plain, Secret key, String file) {
    String text = new String(vaulted, StandardCharsets.US_ASCII);
    return java.util.Arrays.equals(new Vault(List.of(key)).decrypt(text, at(file)), plain);
  }

  static Location at(String file) {
    return new Location(file.equals(STANDARD) ? "standard input" : file, 0, 0);
  }

  /** The files named, or standard input and output if none are. */
  static List<String> files(ParseResult said) {
    List<String> files = said.matchedPositionalValue(0, List.<String>of());
    return files.isEmpty() ? List.of(STANDARD) : files;
  }

  private Vault.Keys asking(boolean makes) {
    List<Secret> asked = new ArrayList<>();
    return () -> {
      if (asked.isEmpty()) {
        String password = makes ? means.twice("new vault password") : means.ask("vault password");
        if (password.isBlank()) {
          throw new VaultException("the vault password is empty", "");
        }
        screen.redactor.hide(password.strip());
        byte[] bytes = password.strip().getBytes(StandardCharsets.UTF_8);
        asked.add(new Secret(Secret.DEFAULT, bytes));
      }
      return asked;
    };
  }
}
