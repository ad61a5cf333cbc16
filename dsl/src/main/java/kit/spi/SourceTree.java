package kit.spi;

import java.util.List;
import java.util.function.Supplier;

/**
 * A directory of the controller, captured when a call was made.
 *
 * @param path where it was found
 * @param entries what is in it at any depth, each directory before what is in it
 */
public record SourceTree(String path, List<Entry> entries) {

  /** What an entry is. */
  public enum Kind {
    FILE,
    DIRECTORY,
    LINK
  }

  /**
   * One file, directory or symbolic link.
   *
   * @param name its path below the tree, with slashes
   * @param kind what it is
   * @param mode permission bits
   * @param size bytes of a file, else 0
   * @param sha256 checksum of a file, else empty
   * @param target where a link leads, else empty
   * @param content reads the file
   */
  public record Entry(
      String name,
      Kind kind,
      int mode,
      long size,
      String sha256,
      String target,
      Supplier<byte[]> content) {}
}
