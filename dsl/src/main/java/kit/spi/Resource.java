package kit.spi;

/**
 * Something on a host that answers speak of and changes touch.
 *
 * @param kind {@code path}, {@code account}, {@code package}, {@code unit}, ...
 * @param name which one; {@code *} for all of the kind
 */
public record Resource(String kind, String name) {

  /** Touched by what can change anything: a command, a package's scripts, a started service. */
  public static final Resource ANYTHING = new Resource("*", "*");

  public static Resource path(String path) {
    return new Resource("path", path);
  }

  /**
   * Whether a change of one may alter the other. Any two paths overlap: links, mounts and hard
   * links give one file many names.
   */
  public boolean overlaps(Resource other) {
    if (kind.equals("*") || other.kind.equals("*")) {
      return true;
    }
    if (!kind.equals(other.kind)) {
      return false;
    }
    return kind.equals("path")
        || name.equals("*")
        || other.name.equals("*")
        || name.equals(other.name);
  }
}
