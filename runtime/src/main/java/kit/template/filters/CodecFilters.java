package kit.template.filters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.CRC32;
import kit.template.crypt.PasswordHash;
import kit.template.python.Bytes;
import kit.template.python.Group;
import kit.template.python.PythonError;
import kit.template.python.Text;

/** Digests and other ways to write a text. */
final class CodecFilters implements Group {

  @Override
  public Object call(String name, Object[] a) {
    switch (name) {
      case "b64encode":
        byte[] bytes = Text.str(a[0]).getBytes(Bytes.charset(Text.str(a[1])));
        return Base64.getEncoder().encodeToString(bytes);
      case "b64decode":
        return new String(base64(Text.str(a[0])), Bytes.charset(Text.str(a[1])));
      case "hash":
        return digest(Text.str(a[0]), Text.str(a[1]));
      case "md5":
        return digest(Text.str(a[0]), "md5");
      case "sha1", "checksum":
        return digest(Text.str(a[0]), "sha1");
      case "crc32":
        CRC32 sum = new CRC32();
        sum.update(Text.str(a[0]).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
      case "to_uuid":
        return uuid(Text.str(a[0]), Text.str(a[1]));
      case "quote":
        return quote(a[0] == null ? "" : Text.str(a[0]));
      case "urldecode":
        return UrlParts.decode(Text.str(a[0]).replace('+', ' '));
      case "urlsplit":
        return UrlParts.split(Text.str(a[0]), Text.str(a[1]));
      case "password_hash":
        return PasswordHash.of(a);
      default:
        return Normalizer.normalize(Text.str(a[0]), Normalizer.Form.valueOf(Text.str(a[1])));
    }
  }

  /** What Python's decoder reads: other characters are left out, the padding must be right. */
  private static byte[] base64(String text) {
    StringBuilder digits = new StringBuilder();
    int padding = 0;
    for (int i = 0;
        i < text.length() && !(padding > 0 && (digits.length() + padding) % 4 == 0);
        i++) {
      char c = text.charAt(i);
      boolean letter = c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/');
      if (letter) {
        digits.append(c);
        padding = 0;
      } else if (c == '=' && digits.length() % 4 >= 2) {
        padding++;
      }
    }
    int rest = digits.length() % 4;
    if (rest == 1) {
      throw new PythonError(
          "Invalid base64-encoded string: number of data characters ("
              + digits.length()
              + ") cannot be 1 more than a multiple of 4");
    }
    if (rest != 0 && padding < 4 - rest) {
      throw new PythonError("Incorrect padding");
    }
    return Base64.getDecoder().decode(digits.toString());
  }

  private static String digest(String text, String kind) {
    String plain = kind.toLowerCase(Locale.ROOT).replace('_', '-');
    String name =
        switch (plain) {
          case "md5" -> "MD5";
          case "sha1", "sha-1" -> "SHA-1";
          case "sha224", "sha256", "sha384", "sha512" -> "SHA-" + plain.substring(3);
          case "sha512-224", "sha512-256" -> "SHA-512/" + plain.substring(7);
          case "sha3-224", "sha3-256", "sha3-384", "sha3-512" -> "SHA3-" + plain.substring(5);
          default -> throw new PythonError("unsupported hash type " + kind);
        };
    return HexFormat.of().formatHex(bytes(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] bytes(String algorithm, byte[] content) {
    try {
      return MessageDigest.getInstance(algorithm).digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new PythonError("unsupported hash type " + algorithm);
    }
  }

  /** A version 5 UUID (RFC 4122). */
  private static String uuid(String text, String namespace) {
    byte[] space;
    try {
      String digits = namespace.replaceAll("urn:|uuid:|[{}-]", "");
      space = HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException e) {
      space = new byte[0];
    }
    if (space.length != 16) {
      throw new PythonError("Invalid value '" + namespace + "' for 'namespace'");
    }
    byte[] name = text.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[16 + name.length];
    System.arraycopy(space, 0, all, 0, 16);
    System.arraycopy(name, 0, all, 16, name.length);
    byte[] sum = bytes("SHA-1", all);
    sum[6] = (byte) (sum[6] & 0x0f | 0x50);
    sum[8] = (byte) (sum[8] & 0x3f | 0x80);
    long[] half = new long[2];
    for (int i = 0; i < 16; i++) {
      half[i / 8] = half[i / 8] << 8 | sum[i] & 255;
    }
    return new UUID(half[0], half[1]).toString();
  }

  private static String quote(String text) {
    boolean plain = !text.isEmpty();
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = c < 128 && (Character.isLetterOrDigit(c) || "_@%+=:,./-".indexOf(c) >= 0);
    }
    return plain ? text : "'" + text.replace("'", "'\"'\"'") + "'";
  }
}
