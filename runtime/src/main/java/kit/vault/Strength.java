package kit.vault;

import java.security.SecureRandom;

/** How hard a password is to guess, in bits, and passwords that are hard enough. */
public final class Strength {

  /** 10,000 rounds of key derivation leave a guesser fast: below this a password is weak. */
  public static final int ENOUGH = 60;

  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  /** 22 of 62 letters are 131 bits. */
  private static final int LENGTH = 22;

  private Strength() {}

  /** An upper bound: what a password of its length and kinds of characters can have at most. */
  public static int bits(byte[] password) {
    int kinds = 0;
    boolean[] seen = new boolean[256];
    int different = 0;
    for (byte b : password) {
      different += seen[b & 0xff] ? 0 : 1;
      seen[b & 0xff] = true;
    }
    kinds += any(seen, 'a', 'z') ? 26 : 0;
    kinds += any(seen, 'A', 'Z') ? 26 : 0;
    kinds += any(seen, '0', '9') ? 10 : 0;
    kinds += any(seen, ' ', '/') || any(seen, ':', '@') || any(seen, '[', '`') ? 24 : 0;
    kinds += any(seen, '{', '~') ? 8 : 0;
    kinds += any(seen, 128, 255) ? 64 : 0;
    int counted = Math.min(password.length, 2 * different);
    return (int) (counted * Math.log(Math.max(kinds, 2)) / Math.log(2));
  }

  /** A new password. */
  public static String password() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  private static boolean any(boolean[] seen, int from, int to) {
    for (int i = from; i <= to; i++) {
      if (seen[i]) {
        return true;
      }
    }
    return false;
  }
}
