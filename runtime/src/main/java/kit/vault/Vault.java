package kit.vault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kit.model.Location;
import kit.model.Secrets;

/**
 * Encrypts and decrypts as {@code ansible-vault} does; tries the password with the text's label
 * first. What it decrypts for others is noted as secret.
 */
public final class Vault {
  private static final byte[] MAGIC = "$ANSIBLE_VAULT".getBytes(StandardCharsets.US_ASCII);

  private final Keys keys;
  private final Secrets hidden;
  private final Map<String, Opened> known = new ConcurrentHashMap<>();

  /** Where passwords come from; asked when the first one is needed. */
  @FunctionalInterface
  public interface Keys {
    List<Secret> all();
  }

  /**
   * A text without its envelope.
   *
   * @param plain the content
   * @param label the vault id in its header, empty if none
   * @param key what decrypted it
   */
  public record Opened(byte[] plain, String label, Secret key) {}

  /** A vault with these secrets; none means that nothing can be decrypted. */
  public Vault(List<Secret> secrets) {
    this(() -> secrets, Secrets.NONE);
  }

  /**
   * @param hidden is told what must be shown nowhere
   */
  public Vault(Keys keys, Secrets hidden) {
    this.keys = keys;
    this.hidden = hidden;
  }

  /** What must be shown nowhere. */
  public Secrets hidden() {
    return hidden;
  }

  /** The passwords, the first one given first. */
  public List<Secret> keys() {
    return keys.all();
  }

  public static boolean isVaulted(byte[] content) {
    if (content.length < MAGIC.length) {
      return false;
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (content[i] != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  /** Decrypts one text; {@code where} is named if that fails. */
  public byte[] decrypt(String text, Location where) {
    return open(text, where).plain().clone();
  }

  /** Decrypts a value, which is secret from now on. */
  public String text(String ciphertext, Location where) {
    String plain = new String(decrypt(ciphertext, where), StandardCharsets.UTF_8);
    hidden.add(plain, where);
    return plain;
  }

  /** Decrypts one text and says what did it; {@code where} is named if that fails. */
  public Opened open(String text, Location where) {
    Opened opened = known.get(text);
    if (opened == null) {
      opened = tryAll(VaultText.parse(text, where), where);
      known.put(text, opened);
    }
    return opened;
  }

  /** Encrypts, in format 1.2 if the password has a label, else in 1.1. */
  public static String encrypt(byte[] plain, Secret with) {
    String label = with.label().equals(Secret.DEFAULT) ? "" : with.label();
    return VaultCipher.encrypt(plain, with.password(), label).written();
  }

  /** The same with a given salt, which makes the same text each time. */
  public static String encrypt(byte[] plain, Secret with, byte[] salt) {
    String label = with.label().equals(Secret.DEFAULT) ? "" : with.label();
    return VaultCipher.encrypt(plain, with.password(), label, salt).written();
  }

  private Opened tryAll(VaultText text, Location where) {
    List<Secret> secrets = keys.all();
    for (Secret secret : inOrder(secrets, text.label())) {
      byte[] plain = VaultCipher.decrypt(text, secret.password(), where);
      if (plain != null) {
        return new Opened(plain, text.label(), secret);
      }
    }
    String label = text.label().isEmpty() ? "" : " with the label '" + text.label() + "'";
    throw secrets.isEmpty()
        ? new VaultException(
            where,
            "this is vaulted" + label + ", and there is no vault password",
            "say --vault-id or --vault-password-file, or --ask-vault-pass")
        : new VaultException(
            where,
            "no vault password decrypts this text" + label,
            "check the password, or whether the text was changed");
  }

  private static List<Secret> inOrder(List<Secret> secrets, String label) {
    List<Secret> order = new ArrayList<>();
    int first = 0;
    for (Secret secret : secrets) {
      if (secret.password().length == 0) {
        continue;
      }
      order.add(secret.label().equals(label) ? first++ : order.size(), secret);
    }
    return order;
  }
}
