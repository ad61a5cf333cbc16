package kit.vault;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import kit.model.Location;

/** PBKDF2-HMAC-SHA256 with 10,000 rounds, HMAC-SHA256, AES-256-CTR, PKCS#7 padding. */
final class VaultCipher {
  private static final int ROUNDS = 10_000;
  private static final int KEY = 32;
  private static final int BLOCK = 16;
  private static final int SALT = 32;

  private VaultCipher() {}

  /** The plaintext; null if the password is not the right one. */
  static byte[] decrypt(VaultText text, byte[] password, Location where) {
    try {
      byte[] keys = derive(password, text.salt(), 2 * KEY + BLOCK);
      Mac hmac = mac(Arrays.copyOfRange(keys, KEY, 2 * KEY));
      if (!MessageDigest.isEqual(hmac.doFinal(text.ciphertext()), text.hmac())) {
        return null;
      }
      return unpad(aes(Cipher.DECRYPT_MODE, keys).doFinal(text.ciphertext()), where);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Encrypts with a new salt. */
  static VaultText encrypt(byte[] plain, byte[] password, String label) {
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    return encrypt(plain, password, label, salt);
  }

  static VaultText encrypt(byte[] plain, byte[] password, String label, byte[] salt) {
    try {
      byte[] keys = derive(password, salt, 2 * KEY + BLOCK);
      int padding = BLOCK - plain.length % BLOCK;
      byte[] padded = Arrays.copyOf(plain, plain.length + padding);
      Arrays.fill(padded, plain.length, padded.length, (byte) padding);
      byte[] ciphertext = aes(Cipher.ENCRYPT_MODE, keys).doFinal(padded);
      byte[] hmac = mac(Arrays.copyOfRange(keys, KEY, 2 * KEY)).doFinal(ciphertext);
      return new VaultText(label, salt, hmac, ciphertext);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cipher aes(int mode, byte[] keys) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(keys, 0, KEY, "AES"), new IvParameterSpec(keys, 2 * KEY, BLOCK));
    return cipher;
  }

  private static byte[] unpad(byte[] padded, Location where) {
    int length = padded.length % BLOCK == 0 ? padded[padded.length - 1] : 0;
    boolean good = length >= 1 && length <= BLOCK;
    for (int i = 0; good && i < length; i++) {
      good = padded[padded.length - 1 - i] == length;
    }
    if (!good) {
      throw new VaultException(where, "the vaulted text ends in bad padding", "encrypt it again");
    }
    return Arrays.copyOf(padded, padded.length - length);
  }

  // JCE's own PBKDF2 takes characters; vault passwords are bytes.
  private static byte[] derive(byte[] password, byte[] salt, int length)
      throws GeneralSecurityException {
    Mac mac = mac(password);
    byte[] out = new byte[length];
    for (int block = 1, from = 0; from < length; block++) {
      mac.update(salt);
      byte[] round = mac.doFinal(new byte[] {0, 0, 0, (byte) block});
      byte[] sum = round.clone();
      for (int i = 1; i < ROUNDS; i++) {
        round = mac.doFinal(round);
        for (int j = 0; j < sum.length; j++) {
          sum[j] ^= round[j];
        }
      }
      int count = Math.min(sum.length, length - from);
      System.arraycopy(sum, 0, out, from, count);
      from += count;
    }
    return out;
  }

  private static Mac mac(byte[] key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac;
  }
}
