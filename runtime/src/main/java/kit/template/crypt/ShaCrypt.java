package kit.template.crypt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** SHA-crypt (U. Drepper, "Unix crypt using SHA-256 and SHA-512"). */
final class ShaCrypt {
  // The order in which the bytes of the last digest are written.
  private static final int[] ORDER_512 = {
    0, 21, 42, 22, 43, 1, 44, 2, 23, 3, 24, 45, 25, 46, 4, 47, 5, 26, 6, 27, 48, 28, 49, 7, 50, 8,
    29, 9, 30, 51, 31, 52, 10, 53, 11, 32, 12, 33, 54, 34, 55, 13, 56, 14, 35, 15, 36, 57, 37, 58,
    16, 59, 17, 38, 18, 39, 60, 40, 61, 19, 62, 20, 41
  };
  private static final int[] ORDER_256 = {
    0, 10, 20, 21, 1, 11, 12, 22, 2, 3, 13, 23, 24, 4, 14, 15, 25, 5, 6, 16, 26, 27, 7, 17, 18, 28,
    8, 9, 19, 29
  };

  private ShaCrypt() {}

  static String hash(String password, String salt, int rounds, int bits) {
    byte[] key = password.getBytes(StandardCharsets.UTF_8);
    byte[] seed = salt.getBytes(StandardCharsets.UTF_8);
    MessageDigest sha = digest(bits);
    int size = bits / 8;
    sha.update(key);
    sha.update(seed);
    byte[] b = sha.digest(key);
    sha.update(key);
    sha.update(seed);
    sha.update(repeated(b, key.length));
    for (int n = key.length; n > 0; n >>= 1) {
      sha.update((n & 1) != 0 ? b : key);
    }
    byte[] a = sha.digest();
    for (int i = 0; i < key.length; i++) {
      sha.update(key);
    }
    byte[] p = repeated(sha.digest(), key.length);
    for (int i = 0; i < 16 + (a[0] & 255); i++) {
      sha.update(seed);
    }
    byte[] s = repeated(sha.digest(), seed.length);
    byte[] c = a;
    for (int i = 0; i < rounds; i++) {
      sha.update((i & 1) != 0 ? p : c);
      if (i % 3 != 0) {
        sha.update(s);
      }
      if (i % 7 != 0) {
        sha.update(p);
      }
      sha.update((i & 1) != 0 ? c : p);
      c = sha.digest();
    }
    String shown = rounds == 5000 ? "" : "rounds=" + rounds + "$";
    StringBuilder out = new StringBuilder(bits == 512 ? "$6$" : "$5$").append(shown);
    out.append(salt).append('$');
    int[] order = bits == 512 ? ORDER_512 : ORDER_256;
    for (int i = 0; i < order.length; i += 3) {
      PasswordHash.digits(out, c[order[i]], c[order[i + 1]], c[order[i + 2]], 4);
    }
    boolean wide = size == 64;
    PasswordHash.digits(out, 0, wide ? 0 : c[31], wide ? c[63] : c[30], wide ? 2 : 3);
    return out.toString();
  }

  private static MessageDigest digest(int bits) {
    try {
      return MessageDigest.getInstance("SHA-" + bits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] repeated(byte[] digest, int length) {
    byte[] out = Arrays.copyOf(digest, length);
    for (int i = digest.length; i < length; i++) {
      out[i] = digest[i % digest.length];
    }
    return out;
  }
}
