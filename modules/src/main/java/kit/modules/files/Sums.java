package kit.modules.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import kit.query.Checksum.Algorithm;

/** Checksums of contents known on the controller. */
final class Sums {

  private Sums() {}

  static String of(byte[] content, Algorithm algorithm) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm.digest());
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
