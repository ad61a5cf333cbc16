package kit.transport.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.StringTokenizer;
import net.schmizz.sshj.common.Buffer;

/**
 * What a file of a key says in the clear.
 *
 * @param secret whether it holds a private key
 * @param encrypted whether that one has a passphrase
 * @param blob the public half as SSH sends it; null if the file does not tell
 */
record KeyText(boolean secret, boolean encrypted, byte[] blob) {

  private static final KeyText NOTHING = new KeyText(false, false, null);
  private static final int MAGIC = "openssh-key-v1\0".length();

  static KeyText of(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (text.contains("BEGIN OPENSSH PRIVATE KEY")) {
        return modern(text);
      }
      return text.contains("PRIVATE KEY")
          ? new KeyText(true, text.contains("ENCRYPTED"), null)
          : new KeyText(false, false, publicHalf(text));
    } catch (IOException | RuntimeException e) {
      return NOTHING;
    }
  }

  /** The public half, or certificate, in a file of one line; null if it is none. */
  static byte[] publicHalf(Path file) {
    try {
      return Files.exists(file)
          ? publicHalf(Files.readString(file, StandardCharsets.ISO_8859_1))
          : null;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static byte[] publicHalf(String text) {
    StringTokenizer words = new StringTokenizer(text);
    words.nextToken();
    return Base64.getDecoder().decode(words.nextToken());
  }

  /** OpenSSH's own format has the public half in the clear even if there is a passphrase. */
  private static KeyText modern(String text) throws IOException {
    int begin = text.indexOf('\n', text.indexOf("-----BEGIN"));
    String body = text.substring(begin, text.indexOf("-----END"));
    Buffer.PlainBuffer buffer = new Buffer.PlainBuffer(Base64.getMimeDecoder().decode(body));
    buffer.readRawBytes(new byte[MAGIC]);
    boolean encrypted = !buffer.readString().equals("none");
    buffer.readString();
    buffer.readBytes();
    buffer.readUInt32();
    return new KeyText(true, encrypted, buffer.readBytes());
  }
}
