package kit.modules.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import kit.spi.PlanException;

/**
 * Lists a tar archive: the formats of POSIX (ustar and pax) and of GNU tar. Contents are read
 * through for their checksums and not kept.
 */
final class TarReader {

  private static final int BLOCK = 512;
  private static final int MOST = 100_000;
  private static final long LARGEST = 2L << 30;
  private static final long SUSPICIOUS = 64L << 20;
  private static final int RATIO = 200;

  private final InputStream in;
  private final long packed;
  private final MessageDigest digest;
  private final byte[] buffer = new byte[64 * 1024];
  private final List<Member> members = new ArrayList<>();
  private long read;
  private String longName = "";
  private String longLink = "";
  private long longSize = -1;

  private TarReader(InputStream in, long packed) {
    this.in = in;
    this.packed = packed;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What is in an archive.
   *
   * @throws PlanException if it is damaged, or so big that it is probably meant to do harm
   */
  static List<Member> read(byte[] archive, boolean gzip) {
    try (InputStream bytes = new ByteArrayInputStream(archive);
        InputStream in = gzip ? new GZIPInputStream(bytes) : bytes) {
      return new TarReader(in, archive.length).members();
    } catch (IOException e) {
      throw new PlanException("src is a damaged archive: " + e.getMessage(), "fetch it again");
    }
  }

  private List<Member> members() throws IOException {
    byte[] header = new byte[BLOCK];
    while (fill(header) && header[0] != 0) {
      entry(header);
      if (members.size() > MOST) {
        throw new PlanException("src holds more than " + MOST + " entries", "unpack it yourself");
      }
    }
    return members;
  }

  private boolean fill(byte[] block) throws IOException {
    int got = in.readNBytes(block, 0, BLOCK);
    if (got > 0 && got < BLOCK) {
      throw new IOException("it ends too early");
    }
    return got == BLOCK;
  }

  private void entry(byte[] header) throws IOException {
    checksum(header);
    char type = (char) header[156];
    long size = longSize >= 0 && type != 'x' ? longSize : number(header, 124, 12);
    switch (type) {
      case 'L' -> longName = cut(content(size));
      case 'K' -> longLink = cut(content(size));
      case 'x' -> pax(content(size));
      case 'g', 'V' -> content(size);
      default -> {
        add(header, type, size);
        longName = "";
        longLink = "";
        longSize = -1;
      }
    }
  }

  private void add(byte[] header, char type, long size) throws IOException {
    String prefix =
        at(header, 257, 5).equals("ustar") && header[262] == 0 ? at(header, 345, 155) : "";
    String name = prefix.isEmpty() ? at(header, 0, 100) : prefix + "/" + at(header, 0, 100);
    name = longName.isEmpty() ? name : longName;
    String link = longLink.isEmpty() ? at(header, 157, 100) : longLink;
    long mtime = number(header, 136, 12);
    switch (type) {
      case '0', '\0', '7' -> {
        boolean directory = name.endsWith("/");
        String sum = sum(size);
        members.add(
            new Member(
                directory ? Member.Type.DIRECTORY : Member.Type.FILE, name, "", size, mtime, sum));
      }
      case '1' -> members.add(new Member(Member.Type.HARD, name, link, 0, mtime, ""));
      case '2' -> members.add(new Member(Member.Type.LINK, name, link, 0, mtime, ""));
      case '5', 'D' -> {
        content(size);
        members.add(new Member(Member.Type.DIRECTORY, name, "", 0, mtime, ""));
      }
      case '3', '4', '6' -> members.add(new Member(Member.Type.DEVICE, name, "", 0, mtime, ""));
      default ->
          throw new PlanException(
              "src holds '" + name + "', of a kind that kit does not know (" + type + ")", "");
    }
  }

  private String sum(long size) throws IOException {
    digest.reset();
    consume(size, true);
    return HexFormat.of().formatHex(digest.digest());
  }

  private byte[] content(long size) throws IOException {
    if (size > 1 << 20) {
      throw new IOException("a name that is too long");
    }
    byte[] content = in.readNBytes((int) size);
    consume(padding(size), false);
    return content;
  }

  private void consume(long size, boolean summed) throws IOException {
    read += size;
    if (read > LARGEST || read > SUSPICIOUS && read / RATIO > packed) {
      throw new PlanException(
          "src unpacks to more than " + (read >> 20) + " MB",
          "unpack it yourself if that is right");
    }
    long left = size;
    while (left > 0) {
      int got = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (got < 0) {
        throw new IOException("it ends too early");
      }
      if (summed) {
        digest.update(buffer, 0, got);
      }
      left -= got;
    }
    if (summed) {
      consume(padding(size), false);
    }
  }

  private static long padding(long size) {
    return (BLOCK - size % BLOCK) % BLOCK;
  }

  /** Lines of the form {@code LENGTH KEY=VALUE}. */
  private void pax(byte[] records) throws IOException {
    int at = 0;
    while (at < records.length) {
      int blank = at;
      while (blank < records.length && records[blank] != ' ') {
        blank++;
      }
      int length = Integer.parseInt(new String(records, at, blank - at, StandardCharsets.US_ASCII));
      if (length <= blank - at || at + length > records.length) {
        throw new IOException("a damaged header");
      }
      String text = new String(records, blank + 1, at + length - blank - 2, StandardCharsets.UTF_8);
      int equals = text.indexOf('=');
      String value = text.substring(equals + 1);
      switch (equals < 0 ? "" : text.substring(0, equals)) {
        case "path" -> longName = value;
        case "linkpath" -> longLink = value;
        case "size" -> longSize = Long.parseLong(value);
        default -> {}
      }
      at += length;
    }
  }

  private static void checksum(byte[] header) throws IOException {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    if (sum != number(header, 148, 8)) {
      throw new IOException("a damaged header");
    }
  }

  /** Octal digits, or, with the first bit set, a number in base 256. */
  private static long number(byte[] header, int from, int length) throws IOException {
    long value = 0;
    if ((header[from] & 0x80) != 0) {
      for (int i = from + 1; i < from + length; i++) {
        value = value << 8 | header[i] & 0xff;
      }
      return value;
    }
    for (int i = from; i < from + length; i++) {
      char c = (char) header[i];
      if (c >= '0' && c <= '7') {
        value = value << 3 | c - '0';
      } else if (c != ' ' && c != 0) {
        throw new IOException("a damaged header");
      }
    }
    return value;
  }

  private static String at(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }

  private static String cut(byte[] text) {
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return new String(text, 0, end, StandardCharsets.UTF_8);
  }
}
