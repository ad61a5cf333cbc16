package kit.modules.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What MySQL and MariaDB keep of a password for the plugin mysql_native_password. */
final class NativePassword {

  private NativePassword() {}

  /** A star and SHA-1 of SHA-1 in capitals, as the server's PASSWORD() makes it. */
  static String hash(String password) {
    if (password.isEmpty()) {
      return "";
    }
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-1");
      byte[] first = sha.digest(password.getBytes(StandardCharsets.UTF_8));
      return "*" + HexFormat.of().withUpperCase().formatHex(sha.digest(first));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
