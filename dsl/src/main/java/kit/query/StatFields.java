package kit.query;

import kit.query.PathStat.Type;

/** What kit asks {@code stat} to print of a path, and how to read it. */
public final class StatFields {

  /** For {@code stat -c}; no field has a bar in it. */
  public static final String FORMAT = "%f|%u|%g|%U|%G|%s|%Y|%X|%Z|%i|%d|%h|";

  private StatFields() {}

  /**
   * Reads the fields of {@link #FORMAT}, with the mode's field already taken apart.
   *
   * @param raw the mode with the type in its upper bits, in hex
   * @param fields all the fields
   * @param from index of the user's number among them
   */
  public static PathStat read(String raw, String[] fields, int from) {
    int mode = Integer.parseInt(raw, 16);
    return new PathStat(
        type(mode),
        mode & 07777,
        Long.parseLong(fields[from]),
        Long.parseLong(fields[from + 1]),
        fields[from + 2],
        fields[from + 3],
        Long.parseLong(fields[from + 4]),
        Long.parseLong(fields[from + 5]),
        Long.parseLong(fields[from + 6]),
        Long.parseLong(fields[from + 7]),
        Long.parseLong(fields[from + 8]),
        Long.parseLong(fields[from + 9]),
        Long.parseLong(fields[from + 10]),
        "",
        "");
  }

  /** The type in the upper bits of a mode, as POSIX's sys/stat.h and Linux number them. */
  static Type type(int raw) {
    return switch (raw & 0170000) {
      case 0040000 -> Type.DIRECTORY;
      case 0120000 -> Type.LINK;
      case 0010000 -> Type.FIFO;
      case 0140000 -> Type.SOCKET;
      case 0060000 -> Type.BLOCK;
      case 0020000 -> Type.CHAR;
      default -> Type.FILE;
    };
  }
}
