package kit.modules.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import kit.spi.SourceTree.Entry;
import kit.spi.SourceTree.Kind;

/**
 * Files and links as a tar archive: ustar with GNU's long names, which GNU tar and busybox read.
 * Owner and mode are set by other means, so all are private to whoever unpacks them.
 */
final class TarStream {

  private static final int BLOCK = 512;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static byte[] of(List<Entry> entries) {
    TarStream tar = new TarStream();
    for (Entry entry : entries) {
      boolean link = entry.kind() == Kind.LINK;
      byte[] content = link ? new byte[0] : entry.content().get();
      tar.header(entry.name(), link ? entry.target() : "", link ? '2' : '0', content.length);
      tar.body(content);
    }
    tar.out.writeBytes(new byte[2 * BLOCK]);
    return tar.out.toByteArray();
  }

  private void header(String name, String target, char type, long size) {
    byte[] path = bytes("./" + name);
    byte[] link = bytes(target);
    if (path.length > 100) {
      longer(path, 'L');
    }
    if (link.length > 100) {
      longer(link, 'K');
    }
    write(path, link, type, size);
  }

  /** An entry of GNU's that carries what the next header has no room for. */
  private void longer(byte[] text, char type) {
    byte[] ended = Arrays.copyOf(text, text.length + 1);
    write(bytes("././@LongLink"), new byte[0], type, ended.length);
    body(ended);
  }

  private void write(byte[] path, byte[] link, char type, long size) {
    byte[] header = new byte[BLOCK];
    System.arraycopy(path, 0, header, 0, Math.min(100, path.length));
    octal(header, 100, 8, 0600);
    octal(header, 108, 8, 0);
    octal(header, 116, 8, 0);
    octal(header, 124, 12, size);
    octal(header, 136, 12, 0);
    Arrays.fill(header, 148, 156, (byte) ' ');
    header[156] = (byte) type;
    System.arraycopy(link, 0, header, 157, Math.min(100, link.length));
    System.arraycopy(bytes("ustar  "), 0, header, 257, 7);
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    octal(header, 148, 7, sum);
    out.writeBytes(header);
  }

  private void body(byte[] content) {
    out.writeBytes(content);
    out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
  }

  /** Digits and a NUL in a field of the given width. */
  private static void octal(byte[] header, int at, int width, long value) {
    String digits = Long.toOctalString(value);
    String padded = "0".repeat(width - 1 - digits.length()) + digits;
    System.arraycopy(bytes(padded), 0, header, at, width - 1);
    header[at + width - 1] = 0;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
