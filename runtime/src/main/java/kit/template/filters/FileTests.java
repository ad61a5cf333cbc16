package kit.template.filters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import kit.template.python.Group;
import kit.template.python.PythonError;
import kit.template.python.Text;

/** Tests of files on the controller. */
final class FileTests implements Group {

  @Override
  public Object call(String name, Object[] a) {
    String text = Text.str(a[0]);
    Path path = Path.of(text);
    boolean named = !text.isEmpty();
    return switch (name) {
      case "directory", "is_dir" -> named && Files.isDirectory(path);
      case "file", "is_file" -> named && Files.isRegularFile(path);
      case "link", "is_link" -> named && Files.isSymbolicLink(path);
      case "exists" -> named && Files.exists(path);
      case "link_exists" -> named && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
      case "abs", "is_abs" -> path.isAbsolute();
      case "mount", "is_mount" -> named && isMount(path);
      default -> isSame(path, Path.of(Text.str(a[1])));
    };
  }

  private static boolean isSame(Path left, Path right) {
    try {
      return Files.isSameFile(left, right);
    } catch (IOException e) {
      throw new PythonError("there is no file " + e.getMessage());
    }
  }

  private static boolean isMount(Path path) {
    try {
      Path whole = path.toRealPath();
      Path parent = whole.getParent();
      return parent == null
          || !Files.getAttribute(whole, "unix:dev").equals(Files.getAttribute(parent, "unix:dev"));
    } catch (IOException e) {
      return false;
    }
  }
}
