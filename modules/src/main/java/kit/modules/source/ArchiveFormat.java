package kit.modules.source;

import java.util.Optional;

/** Kinds of archives, told apart by how they begin. */
enum ArchiveFormat {
  TAR("tar", "", "tar"),
  GZIP("tar.gz", "-z", "gzip"),
  BZIP2("tar.bz2", "-j", "bzip2"),
  XZ("tar.xz", "-J", "xz"),
  ZSTD("tar.zst", "--zstd", "zstd"),
  ZIP("zip", "", "unzip");

  /** How many bytes of its beginning are needed. */
  static final int HEAD = 262;

  private final String word;
  private final String flag;
  private final String program;

  ArchiveFormat(String word, String flag, String program) {
    this.word = word;
    this.flag = flag;
    this.program = program;
  }

  /** As people call it. */
  String word() {
    return word;
  }

  /** What tells tar about it. */
  String flag() {
    return flag;
  }

  /** What the host needs beside tar. */
  String program() {
    return program;
  }

  /** Whether the controller can look into it; for the others Java has no decoder. */
  boolean readable() {
    return this == TAR || this == GZIP || this == ZIP;
  }

  static Optional<ArchiveFormat> of(byte[] head) {
    for (ArchiveFormat format : values()) {
      if (format.begins(head)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private boolean begins(byte[] head) {
    return switch (this) {
      case TAR -> at(head, 257, "ustar");
      case GZIP -> at(head, 0, "\u001f\u008b");
      case BZIP2 -> at(head, 0, "BZh");
      case XZ -> at(head, 0, "\u00fd7zXZ\0");
      case ZSTD -> at(head, 0, "\u0028\u00b5\u002f\u00fd");
      case ZIP -> at(head, 0, "PK\u0003\u0004") || at(head, 0, "PK\u0005\u0006");
    };
  }

  private static boolean at(byte[] head, int from, String magic) {
    if (head.length < from + magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if ((head[from + i] & 0xff) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
