package kit.modules.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kit.spi.PlanException;

/**
 * An archive whose members are known.
 *
 * @param format how it is packed
 * @param members what is in it
 * @param different names that tar on the host says differ from what is in dest, if it can tell
 */
record Archive(ArchiveFormat format, List<Member> members, Optional<Set<String>> different) {

  /** One of the controller; its members stay unknown where Java cannot unpack it. */
  static Archive of(byte[] bytes, String name) {
    ArchiveFormat format =
        ArchiveFormat.of(bytes)
            .orElseThrow(() -> new PlanException(name + " is no archive that is known", KNOWN));
    List<Member> members =
        switch (format) {
          case TAR -> TarReader.read(bytes, false);
          case GZIP -> TarReader.read(bytes, true);
          case ZIP -> zip(bytes);
          case BZIP2, XZ, ZSTD -> List.of();
        };
    return new Archive(format, members, Optional.empty());
  }

  static final String KNOWN = "tar, plain or by gzip, bzip2, xz or zstd, and zip are";

  private static List<Member> zip(byte[] bytes) {
    int from = Math.max(0, bytes.length - ZipDirectory.TAIL);
    ZipDirectory directory = ZipDirectory.find(Arrays.copyOfRange(bytes, from, bytes.length));
    long end = directory.offset() + directory.size();
    if (end > bytes.length) {
      throw new PlanException("src is a damaged zip archive", "fetch it again");
    }
    return directory.members(Arrays.copyOfRange(bytes, (int) directory.offset(), (int) end));
  }
}
