package kit.vault;

import java.util.Arrays;

/**
 * A vault password.
 *
 * @param label the vault id it belongs to, {@code default} if none was given
 * @param password its bytes
 */
public record Secret(String label, byte[] password) {

  /** The label of a password that was given none; it is not written into headers. */
  public static final String DEFAULT = "default";

  public Secret {
    password = password.clone();
  }

  @Override
  public byte[] password() {
    return password.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && label.equals(secret.label)
        && Arrays.equals(password, secret.password);
  }

  @Override
  public int hashCode() {
    return label.hashCode();
  }

  @Override
  public String toString() {
    return "Secret[" + label + "]";
  }
}
