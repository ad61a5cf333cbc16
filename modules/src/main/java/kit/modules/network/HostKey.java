package kit.modules.network;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of a known_hosts file, as sshd(8) describes it.
 *
 * @param names names with commas between them, or the hash of one
 * @param type kind of key
 * @param key the key in base64
 * @param comment the rest; may be empty
 */
record HostKey(String names, String type, String key, String comment) {

  private static final int BLOCK = 64;

  /** The key of a line; empty if it has none, or a marker that makes it something else. */
  static Optional<HostKey> of(String line) {
    String[] words = line.strip().split("[ \t]+", 4);
    return words.length < 3 || words[0].startsWith("#") || words[0].startsWith("@")
        ? Optional.empty()
        : Optional.of(new HostKey(words[0], words[1], words[2], words.length > 3 ? words[3] : ""));
  }

  boolean hashed() {
    return names.startsWith("|1|");
  }

  HostKey named(String other) {
    return new HostKey(other, type, key, comment);
  }

  /** Whether it is a key of this host, written in lower case. */
  boolean speaksOf(String host) {
    if (hashed()) {
      String[] parts = names.split("\\|");
      return parts.length == 4 && hash(host, parts[2]).equals(names);
    }
    for (String name : names.split(",")) {
      if (name.toLowerCase(Locale.ROOT).equals(host)) {
        return true;
      }
    }
    return false;
  }

  static String salt() {
    byte[] salt = new byte[20];
    new SecureRandom().nextBytes(salt);
    return Base64.getEncoder().encodeToString(salt);
  }

  /** The name under a salt: HMAC of RFC 2104 with SHA-1, as OpenSSH's HashKnownHosts does it. */
  static String hash(String host, String salt) {
    try {
      byte[] secret = Base64.getDecoder().decode(salt);
      MessageDigest sha = MessageDigest.getInstance("SHA-1");
      sha.update(padded(secret, 0x36));
      byte[] inner = sha.digest(host.getBytes(StandardCharsets.UTF_8));
      sha.update(padded(secret, 0x5c));
      return "|1|" + salt + "|" + Base64.getEncoder().encodeToString(sha.digest(inner));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static byte[] padded(byte[] secret, int with) {
    byte[] block = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      block[i] = (byte) ((i < secret.length ? secret[i] : 0) ^ with);
    }
    return block;
  }

  @Override
  public String toString() {
    return names + " " + type + " " + key + (comment.isEmpty() ? "" : " " + comment);
  }
}
