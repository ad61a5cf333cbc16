package kit.vault;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import kit.model.Location;

/**
 * The parts of a vaulted text.
 *
 * @param label the vault id in its header, empty if none
 * @param salt salt of the key derivation
 * @param hmac HMAC-SHA256 of the ciphertext
 * @param ciphertext AES-256-CTR of the padded plaintext
 */
record VaultText(String label, byte[] salt, byte[] hmac, byte[] ciphertext) {
  private static final int WIDTH = 80;

  static VaultText parse(String text, Location where) {
    int end = text.indexOf('\n');
    String[] header = (end < 0 ? text : text.substring(0, end)).stripTrailing().split(";", -1);
    if (header.length < 3 || !header[0].stripTrailing().equals("$ANSIBLE_VAULT")) {
      throw broken(where, "the header is not $ANSIBLE_VAULT;1.1;AES256");
    }
    String version = header[1].strip();
    if (!version.equals("1.1") && !version.equals("1.2")) {
      throw broken(where, "the vault format " + version + " is not known");
    }
    if (!header[2].strip().equals("AES256")) {
      throw broken(where, "the cipher '" + header[2].strip() + "' is not known");
    }
    String label = version.equals("1.2") && header.length > 3 ? header[3].strip() : "";
    byte[] inner = hex(joined(text, end), where);
    int first = indexOf(inner, 0, where);
    int second = indexOf(inner, first + 1, where);
    return new VaultText(
        label,
        hex(ascii(inner, 0, first), where),
        hex(ascii(inner, first + 1, second), where),
        hex(ascii(inner, second + 1, inner.length), where));
  }

  /** The text as ansible-vault writes it. */
  String written() {
    String inner = hex(salt) + '\n' + hex(hmac) + '\n' + hex(ciphertext);
    String body = hex(inner.getBytes(StandardCharsets.US_ASCII));
    StringBuilder text = new StringBuilder(body.length() + body.length() / WIDTH + 64);
    text.append("$ANSIBLE_VAULT;").append(label.isEmpty() ? "1.1" : "1.2").append(";AES256");
    text.append(label.isEmpty() ? "" : ";" + label).append('\n');
    for (int at = 0; at < body.length(); at += WIDTH) {
      text.append(body, at, Math.min(body.length(), at + WIDTH)).append('\n');
    }
    return text.toString();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** The body without its line ends. */
  private static String joined(String text, int headerEnd) {
    StringBuilder body = new StringBuilder();
    for (int i = headerEnd < 0 ? text.length() : headerEnd + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r') {
        body.append(c);
      }
    }
    return body.toString();
  }

  private static int indexOf(byte[] bytes, int from, Location where) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    throw broken(where, "the text is cut off");
  }

  private static String ascii(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static byte[] hex(String text, Location where) {
    if (text.isEmpty() || text.length() % 2 != 0) {
      throw broken(where, "the text is cut off");
    }
    byte[] bytes = new byte[text.length() / 2];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw broken(where, "the text holds something that is not a hex digit");
      }
      bytes[i / 2] = (byte) (bytes[i / 2] << 4 | digit);
    }
    return bytes;
  }

  private static VaultException broken(Location where, String why) {
    return new VaultException(
        where, "not a vaulted text: " + why, "restore the text as ansible-vault wrote it");
  }
}
