package kit.modules.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import kit.spi.PlanException;

/**
 * Lists a zip archive by the directory at its end.
 *
 * @param offset where the directory begins in the file
 * @param size how long it is
 * @param entries how many entries it has
 */
record ZipDirectory(long offset, long size, int entries) {

  /** How much of a file's end is needed to find it: the record and the longest comment. */
  static final int TAIL = 22 + 65535;

  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int MOST = 65534;

  /** Where it is, by the last bytes of the file. */
  static ZipDirectory find(byte[] tail) {
    ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = tail.length - 22; at >= 0; at--) {
      if (bytes.getInt(at) == END && at + 22 + unsigned(bytes, at + 20) == tail.length) {
        int entries = unsigned(bytes, at + 10);
        long size = bytes.getInt(at + 12) & 0xffffffffL;
        long offset = bytes.getInt(at + 16) & 0xffffffffL;
        if (entries > MOST || offset == 0xffffffffL) {
          throw new PlanException("src is a zip archive of more than 4 GB or 65534 entries", "");
        }
        return new ZipDirectory(offset, size, entries);
      }
    }
    throw new PlanException("src is a damaged zip archive: it has no directory", "fetch it again");
  }

  /** What the directory says, given as it is in the file. */
  List<Member> members(byte[] directory) {
    ByteBuffer bytes = ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
    List<Member> members = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < entries; i++) {
      if (at + 46 > directory.length || bytes.getInt(at) != ENTRY) {
        throw new PlanException("src is a damaged zip archive", "fetch it again");
      }
      int name = unsigned(bytes, at + 28);
      int rest = unsigned(bytes, at + 30) + unsigned(bytes, at + 32);
      if (at + 46 + name > directory.length) {
        throw new PlanException("src is a damaged zip archive", "fetch it again");
      }
      members.add(member(bytes, at, new String(directory, at + 46, name, StandardCharsets.UTF_8)));
      at += 46 + name + rest;
    }
    return members;
  }

  private static Member member(ByteBuffer bytes, int at, String name) {
    boolean unix = unsigned(bytes, at + 4) >> 8 == 3;
    int mode = unix ? unsigned(bytes, at + 40) : 0;
    Member.Type type =
        name.endsWith("/")
            ? Member.Type.DIRECTORY
            : switch (mode & 0170000) {
              case 0120000 -> Member.Type.LINK;
              case 0040000 -> Member.Type.DIRECTORY;
              case 0100000, 0 -> Member.Type.FILE;
              default -> Member.Type.DEVICE;
            };
    long size = bytes.getInt(at + 24) & 0xffffffffL;
    String sum = HexFormat.of().toHexDigits(bytes.getInt(at + 16));
    return new Member(type, name, "", size, -1, sum);
  }

  private static int unsigned(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xffff;
  }
}
