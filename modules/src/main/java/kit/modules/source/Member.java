package kit.modules.source;

/**
 * Something in an archive.
 *
 * @param type what it is
 * @param name its path in the archive, as written there
 * @param link where a link leads, as written there; empty if it is none, or is not known
 * @param size of a file in bytes
 * @param mtime last change in seconds since 1970; -1 if not known exactly
 * @param sum checksum of a file, sha256 in tar and crc32 in zip, in hex; empty if not known
 */
record Member(Type type, String name, String link, long size, long mtime, String sum) {

  /** What can be in an archive. */
  enum Type {
    FILE,
    DIRECTORY,
    LINK,
    HARD,
    DEVICE
  }

  /**
   * The path below the destination: without what says nothing; empty for the destination itself.
   */
  String place() {
    return place(name);
  }

  /** The same of any name. */
  static String place(String name) {
    StringBuilder place = new StringBuilder();
    for (String part : name.split("/")) {
      if (!part.isEmpty() && !part.equals(".")) {
        place.append(place.isEmpty() ? "" : "/").append(part);
      }
    }
    return place.toString();
  }

  /** The same under another name. */
  Member named(String other, String target) {
    return new Member(type, other, target, size, mtime, sum);
  }
}
