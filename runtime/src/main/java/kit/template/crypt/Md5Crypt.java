package kit.template.crypt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** MD5-crypt (P.-H. Kamp, FreeBSD). */
final class Md5Crypt {

  private Md5Crypt() {}

  static String hash(String password, String salt) {
    byte[] key = password.getBytes(StandardCharsets.UTF_8);
    byte[] seed = salt.getBytes(StandardCharsets.UTF_8);
    MessageDigest md5 = digest();
    md5.update(key);
    md5.update(seed);
    byte[] b = md5.digest(key);
    md5.update(key);
    md5.update("$1$".getBytes(StandardCharsets.UTF_8));
    md5.update(seed);
    for (int left = key.length; left > 0; left -= 16) {
      md5.update(b, 0, Math.min(16, left));
    }
    for (int n = key.length; n > 0; n >>= 1) {
      md5.update((n & 1) != 0 ? new byte[1] : Arrays.copyOf(key, 1));
    }
    byte[] c = md5.digest();
    for (int i = 0; i < 1000; i++) {
      md5.update((i & 1) != 0 ? key : c);
      if (i % 3 != 0) {
        md5.update(seed);
      }
      if (i % 7 != 0) {
        md5.update(key);
      }
      md5.update((i & 1) != 0 ? c : key);
      c = md5.digest();
    }
    StringBuilder out = new StringBuilder("$1$").append(salt).append('$');
    for (int i = 0; i < 5; i++) {
      PasswordHash.digits(out, c[i], c[i + 6], c[i == 4 ? 5 : i + 12], 4);
    }
    PasswordHash.digits(out, 0, 0, c[11], 2);
    return out.toString();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
