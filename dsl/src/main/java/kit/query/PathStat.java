package kit.query;

/**
 * What is at a path. Where nothing is, {@link #type} is ABSENT and the numbers mean nothing.
 *
 * @param type what it is
 * @param mode permission bits, setuid, setgid and sticky among them
 * @param uid number of the owner, -1 if not known beforehand
 * @param gid number of the group, -1 if not known beforehand
 * @param owner name of the owner, {@code UNKNOWN} if the host has none for the number
 * @param group name of the group, {@code UNKNOWN} if the host has none for the number
 * @param size in bytes
 * @param mtime last change of the content, in seconds since 1970
 * @param atime last reading, in seconds since 1970
 * @param ctime last change of content or attributes, in seconds since 1970
 * @param inode number in its file system
 * @param device number of its file system
 * @param links number of names
 * @param target where a symbolic link at this very path points, as written there; empty if the path
 *     is no link. With {@code follow} the other components speak of what the link leads to.
 * @param realPath where that is: every link resolved, or, if the link leads to nothing, the path
 *     that it names
 */
public record PathStat(
    Type type,
    int mode,
    long uid,
    long gid,
    String owner,
    String group,
    long size,
    long mtime,
    long atime,
    long ctime,
    long inode,
    long device,
    long links,
    String target,
    String realPath) {

  /** What can be at a path. */
  public enum Type {
    ABSENT("absent"),
    FILE("file"),
    DIRECTORY("directory"),
    LINK("link"),
    FIFO("FIFO"),
    SOCKET("socket"),
    BLOCK("block device"),
    CHAR("character device");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    /** As a message calls it. */
    public String word() {
      return word;
    }
  }

  /** Nothing is there. */
  public static final PathStat ABSENT =
      new PathStat(Type.ABSENT, 0, -1, -1, "", "", 0, 0, 0, 0, 0, 0, 0, "", "");

  /** Something made just now, as far as it can be known beforehand. */
  public static PathStat created(Type type, int mode, String user, long size, long time) {
    boolean root = user.equals("root");
    long id = root ? 0 : -1;
    String group = root ? user : "";
    return new PathStat(type, mode, id, id, user, group, size, time, time, time, 0, 0, 1, "", "");
  }

  public boolean exists() {
    return type != Type.ABSENT;
  }

  /** Whether a symbolic link is at the path, also if this speaks of what it leads to. */
  public boolean linked() {
    return !target.isEmpty();
  }

  public PathStat withMode(int bits) {
    if (bits == mode) {
      return this;
    }
    return new PathStat(
        type, bits, uid, gid, owner, group, size, mtime, atime, ctime, inode, device, links, target,
        realPath);
  }

  public PathStat withOwner(String name, long id) {
    return new PathStat(
        type, mode, id, gid, name, group, size, mtime, atime, ctime, inode, device, links, target,
        realPath);
  }

  public PathStat withGroup(String name, long id) {
    return new PathStat(
        type, mode, uid, id, owner, name, size, mtime, atime, ctime, inode, device, links, target,
        realPath);
  }

  public PathStat withContent(long bytes, long time) {
    return new PathStat(
        type, mode, uid, gid, owner, group, bytes, time, atime, time, inode, device, links, target,
        realPath);
  }

  public PathStat withTimes(long modified, long accessed) {
    return new PathStat(
        type, mode, uid, gid, owner, group, size, modified, accessed, ctime, inode, device, links,
        target, realPath);
  }

  /** The same reached through a link, or directly if both are empty. */
  public PathStat withTarget(String written, String resolved) {
    return new PathStat(
        type, mode, uid, gid, owner, group, size, mtime, atime, ctime, inode, device, links,
        written, resolved);
  }
}
