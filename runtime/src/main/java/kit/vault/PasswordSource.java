package kit.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a vault password comes from, as {@code --vault-id label@source} says it.
 *
 * @param label the vault id, {@link Secret#DEFAULT} if none was given
 * @param source {@code prompt}, {@code env:NAME}, or a file: read if it is none that can be
 *     executed, else run (a program whose name ends in {@code -client} is told the label)
 */
public record PasswordSource(String label, String source) {

  /** What a password may have to be fetched with. */
  public interface Means {

    /** Asks the user; what is typed is not shown. */
    String ask(String what);

    /** A variable of the environment; empty if it is not set. */
    String environment(String name);
  }

  /** Reads {@code label@source} or a source alone. */
  public static PasswordSource of(String text) {
    int at = text.indexOf('@');
    String label = at < 1 ? Secret.DEFAULT : text.substring(0, at);
    String source = text.substring(at + 1);
    if (source.isEmpty()) {
      throw new VaultException(
          "the vault id '" + text + "' names no source", "say label@file or label@prompt");
    }
    if (label.indexOf(';') >= 0 || label.indexOf('\n') >= 0) {
      throw new VaultException(
          "the vault id '" + label + "' cannot stand in the header of a file", "leave the ; out");
    }
    return new PasswordSource(label, source);
  }

  /** A file that holds the password, or prints it. */
  public static PasswordSource file(String path) {
    return new PasswordSource(Secret.DEFAULT, path);
  }

  /** The user. */
  public static PasswordSource prompt() {
    return new PasswordSource(Secret.DEFAULT, "prompt");
  }

  /** Whether somebody has to type it. */
  public boolean asks() {
    return source.equals("prompt") || source.equals("prompt_ask_vault_pass");
  }

  /**
   * Fetches the password.
   *
   * @param known decrypts a password file that is vaulted itself
   */
  Secret fetch(Means means, Vault known) {
    byte[] password =
        asks() ? stripped(bytes(means.ask("vault password" + suffix()))) : unattended(means, known);
    if (password.length == 0) {
      throw new VaultException("the vault password of " + this + " is empty", "");
    }
    return new Secret(label, password);
  }

  private byte[] unattended(Means means, Vault known) {
    if (source.startsWith("env:")) {
      return bytes(means.environment(source.substring(4)));
    }
    Path file = path();
    if (!Files.isRegularFile(file)) {
      throw new VaultException(
          "there is no vault password file '" + source + "'",
          Files.exists(file) ? "this is no file" : "check the path");
    }
    return Files.isExecutable(file) ? new PasswordProgram(file, label).run() : read(file, known);
  }

  private static byte[] read(Path file, Vault known) {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new VaultException(
          "the vault password file '" + file + "' cannot be read", "check its permissions");
    }
    if (Vault.isVaulted(content)) {
      String text = new String(content, StandardCharsets.UTF_8);
      content = known.decrypt(text, new kit.model.Location(file.toString(), 0, 0));
    }
    return stripped(content);
  }

  private Path path() {
    return source.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), source.substring(2))
        : Path.of(source);
  }

  private String suffix() {
    return label.equals(Secret.DEFAULT) ? "" : " (" + label + ")";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** As Python's {@code bytes.strip()}. */
  private static byte[] stripped(byte[] bytes) {
    int from = 0;
    int to = bytes.length;
    while (from < to && blank(bytes[from])) {
      from++;
    }
    while (to > from && blank(bytes[to - 1])) {
      to--;
    }
    return java.util.Arrays.copyOfRange(bytes, from, to);
  }

  private static boolean blank(byte b) {
    return b == ' ' || b >= '\t' && b <= '\r';
  }

  /** Sources in a list as {@code ANSIBLE_VAULT_IDENTITY_LIST} has it: with commas between. */
  public static List<PasswordSource> list(String text) {
    List<PasswordSource> sources = new ArrayList<>();
    for (String each : text.split(",")) {
      if (!each.isBlank()) {
        sources.add(of(each.strip()));
      }
    }
    return sources;
  }

  @Override
  public String toString() {
    return label.equals(Secret.DEFAULT) ? source : label + "@" + source;
  }
}
