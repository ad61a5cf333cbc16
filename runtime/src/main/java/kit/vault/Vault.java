package kit.vault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/** Decrypts what {@code ansible-vault} encrypted; tries the secret with the text's label first. */
public final class Vault {
  private static final byte[] MAGIC = "$ANSIBLE_VAULT".getBytes(StandardCharsets.US_ASCII);

  private final List<Secret> secrets;
  private final Map<String, byte[]> known = new ConcurrentHashMap<>();

  /** A vault with these secrets; none means that nothing can be decrypted. */
  public Vault(List<Secret> secrets) {
    this.secrets = List.copyOf(secrets);
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
    byte[] plain = known.get(text);
    if (plain == null) {
      plain = tryAll(VaultText.parse(text, where), where);
      known.put(text, plain);
    }
    return plain.clone();
  }

  private byte[] tryAll(VaultText text, Location where) {
    for (Secret secret : inOrder(text.label())) {
      byte[] plain = VaultCipher.decrypt(text, secret.password(), where);
      if (plain != null) {
        return plain;
      }
    }
    String label = text.label().isEmpty() ? "" : " with the label '" + text.label() + "'";
    throw new KitException(
        secrets.isEmpty()
            ? new Problem(where, "this is vaulted" + label, "give a vault password")
            : new Problem(
                where,
                "no vault password decrypts this text" + label,
                "check the password, or whether the text was changed"));
  }

  private List<Secret> inOrder(String label) {
    List<Secret> order = new ArrayList<>();
    for (Secret secret : secrets) {
      if (secret.password().length == 0) {
        continue;
      }
      order.add(secret.label().equals(label) ? 0 : order.size(), secret);
    }
    return order;
  }
}
