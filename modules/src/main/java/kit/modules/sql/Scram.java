package kit.modules.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What PostgreSQL keeps of a password: a verifier of SCRAM-SHA-256 (RFC 5802, RFC 7677) in the form
 * of pg_authid, or the older MD5.
 */
final class Scram {

  private static final String NAME = "SCRAM-SHA-256$";
  private static final int ROUNDS = 4096;
  private static final int BLOCK = 64;

  private Scram() {}

  static String salt() {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return Base64.getEncoder().encodeToString(salt);
  }

  /** Whether a text is a verifier already. */
  static boolean hashed(String password) {
    return password.startsWith(NAME) && password.indexOf(':') > 0
        || password.length() == 35 && password.startsWith("md5");
  }

  /** Whether a password, or a verifier, is the one that is kept. */
  static boolean matches(String password, String user, String kept) {
    if (hashed(password)) {
      return password.equals(kept);
    }
    if (kept.startsWith("md5")) {
      byte[] text = (password + user).getBytes(StandardCharsets.UTF_8);
      return kept.equals("md5" + HexFormat.of().formatHex(digest("MD5", text)));
    }
    String[] parts = kept.split("[$:]");
    return kept.startsWith(NAME)
        && parts.length == 5
        && kept.equals(verifier(password, parts[2], Integer.parseInt(parts[1])));
  }

  static String verifier(String password, String salt) {
    return verifier(password, salt, ROUNDS);
  }

  private static String verifier(String password, String salt, int rounds) {
    byte[] secret = SaslPrep.prepared(password).getBytes(StandardCharsets.UTF_8);
    byte[] salted = salted(secret, Base64.getDecoder().decode(salt), rounds);
    byte[] stored = digest("SHA-256", hmac(salted, ascii("Client Key")));
    Base64.Encoder base64 = Base64.getEncoder();
    return NAME
        + rounds
        + ":"
        + salt
        + "$"
        + base64.encodeToString(stored)
        + ":"
        + base64.encodeToString(hmac(salted, ascii("Server Key")));
  }

  /** PBKDF2 for one block of output. */
  private static byte[] salted(byte[] secret, byte[] salt, int rounds) {
    byte[] first = Arrays.copyOf(salt, salt.length + 4);
    first[first.length - 1] = 1;
    byte[] round = hmac(secret, first);
    byte[] sum = round.clone();
    for (int i = 1; i < rounds; i++) {
      round = hmac(secret, round);
      for (int j = 0; j < sum.length; j++) {
        sum[j] ^= round[j];
      }
    }
    return sum;
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    byte[] short64 = key.length > BLOCK ? digest("SHA-256", key) : key;
    byte[] inner = new byte[BLOCK + text.length];
    byte[] outer = new byte[BLOCK + 32];
    for (int i = 0; i < BLOCK; i++) {
      byte b = i < short64.length ? short64[i] : 0;
      inner[i] = (byte) (b ^ 0x36);
      outer[i] = (byte) (b ^ 0x5c);
    }
    System.arraycopy(text, 0, inner, BLOCK, text.length);
    System.arraycopy(digest("SHA-256", inner), 0, outer, BLOCK, 32);
    return digest("SHA-256", outer);
  }

  private static byte[] digest(String algorithm, byte[] text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
