package kit.transport.ssh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kit.model.Location;
import kit.transport.NamePatterns;

/**
 * A line of a known_hosts file.
 *
 * @param revoked whether the key is marked as revoked
 * @param names host patterns with commas, or one hashed name
 * @param type type of the key, for example {@code ssh-ed25519}
 * @param blob the key in base64
 * @param where file and line
 */
record KnownHost(boolean revoked, String names, String type, String blob, Location where) {

  /** Reads a line; null if it holds no host key. Certificate authorities are not supported. */
  static KnownHost parse(String line, Location where) {
    StringTokenizer words = new StringTokenizer(line, " \t\r");
    String first = words.hasMoreTokens() ? words.nextToken() : "#";
    boolean revoked = first.equals("@revoked");
    if (first.startsWith("#") || first.startsWith("@") && !revoked) {
      return null;
    }
    if (words.countTokens() < (revoked ? 3 : 2)) {
      return null;
    }
    String names = revoked ? words.nextToken() : first;
    return new KnownHost(revoked, names, words.nextToken(), words.nextToken(), where);
  }

  /** Whether the line speaks of this name: {@code web1} or {@code [web1]:2222}. */
  boolean names(String name) {
    if (!names.startsWith("|1|")) {
      return NamePatterns.match(List.of(names.toLowerCase(Locale.ROOT).split(",")), name);
    }
    int middle = names.indexOf('|', 3);
    if (middle < 0) {
      return false;
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      byte[] salt = Base64.getDecoder().decode(names.substring(3, middle));
      mac.init(new SecretKeySpec(salt, "HmacSHA1"));
      byte[] hash = Base64.getDecoder().decode(names.substring(middle + 1));
      return MessageDigest.isEqual(hash, mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The key's fingerprint as ssh shows it. */
  String fingerprint() {
    try {
      return fingerprint(Base64.getDecoder().decode(blob));
    } catch (IllegalArgumentException e) {
      return "unreadable";
    }
  }

  static String fingerprint(byte[] blob) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
