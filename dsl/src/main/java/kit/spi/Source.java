package kit.spi;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of the controller, captured when a call was made.
 *
 * @param path where it was found
 * @param bytes its content
 * @param mode its permission bits, for {@code mode: 'preserve'}
 * @param secret whether the content must not be shown (it came out of a vault)
 */
public record Source(String path, byte[] bytes, int mode, boolean secret) {

  public String sha256() {
    return sha256(bytes);
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
