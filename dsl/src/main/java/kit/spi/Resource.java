package kit.spi;

/**
 * Something on a host that answers speak of and changes touch.
 *
 * @param kind {@code path}, {@code tree}, {@code account}, {@code package}, {@code unit}, ...
 * @param name which one; {@code *} for all of the kind. It may have parts with slashes between
 *     them: what agrees in the first part may depend on one another, as accounts and groups do, and
 *     what has the same first parts is part of the shorter one, as rules are of a chain
 */
public record Resource(String kind, String name) {

  /** Touched by what can change anything: a command, a started service. */
  public static final Resource ANYTHING = new Resource("*", "*");

  /**
   * Touched by installing or removing packages: their scripts may change anything, but files that a
   * playbook writes itself are most likely left as they are.
   */
  public static final Resource INSTALLATION = new Resource("*", "installation");

  /** A file or directory, without what is below it. */
  public static Resource path(String path) {
    return new Resource("path", path);
  }

  /** A file or directory and all that is below it. */
  public static Resource tree(String path) {
    return new Resource("tree", path);
  }

  /**
   * Whether a change of one may alter the other, on the safe side: any two paths overlap, because
   * links, mounts and hard links give one file many names.
   */
  public boolean overlaps(Resource other) {
    if (kind.equals("*") || other.kind.equals("*")) {
      return true;
    }
    if (onDisk()) {
      return other.onDisk();
    }
    return kind.equals(other.kind)
        && (name.equals("*") || other.name.equals("*") || first(name).equals(first(other.name)));
  }

  /**
   * Whether what is known of the other is doubtful once this has been changed, taken at its word:
   * in check mode a file is one thing, and its neighbours are others.
   */
  public boolean unsettles(Resource other) {
    if (equals(ANYTHING)) {
      return true;
    }
    if (equals(INSTALLATION)) {
      return !other.onDisk() && !other.kind.equals("package");
    }
    if (kind.equals("tree") && other.onDisk()) {
      return other.name.equals(name) || other.name.startsWith(name + "/");
    }
    if (onDisk()) {
      return other.onDisk() && name.equals(other.name);
    }
    return kind.equals(other.kind)
        && (name.equals("*") || part(name, other.name) || part(other.name, name));
  }

  private static String first(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  private static boolean part(String whole, String name) {
    return name.equals(whole) || name.startsWith(whole + "/");
  }

  private boolean onDisk() {
    return kind.equals("path") || kind.equals("tree");
  }
}
