package kit.transport;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Files by a pattern with {@code *} and {@code ?} in any part of the path, in alphabetical order. A
 * leading dot must be given. (The JDK's own globs are made into regular expressions, which a start
 * should not wait for.)
 */
final class PathPatterns {

  private PathPatterns() {}

  /** The regular files that an absolute path or pattern stands for. */
  static List<Path> files(Path pattern) {
    List<Path> found = List.of(pattern.getRoot());
    for (Path part : pattern) {
      String name = part.toString();
      List<Path> next = new ArrayList<>();
      for (Path folder : found) {
        if (name.indexOf('*') < 0 && name.indexOf('?') < 0) {
          next.add(folder.resolve(part));
        } else {
          match(folder, name, next);
        }
      }
      found = next;
    }
    List<Path> files = new ArrayList<>();
    for (Path path : found) {
      if (path.toFile().isFile()) {
        files.add(path);
      }
    }
    return files;
  }

  private static void match(Path folder, String pattern, List<Path> into) {
    String[] names = new File(folder.toString()).list();
    if (names == null) {
      return;
    }
    Arrays.sort(names);
    for (String name : names) {
      if ((name.charAt(0) != '.' || pattern.charAt(0) == '.') && NamePatterns.glob(pattern, name)) {
        into.add(folder.resolve(name));
      }
    }
  }
}
