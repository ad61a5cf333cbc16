package kit.template.filters;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kit.template.python.Group;
import kit.template.python.Items;
import kit.template.python.PythonError;
import kit.template.python.Text;
import kit.template.python.Tuple;
import kit.template.python.Types;
import kit.template.python.Undefined;

/** Names of files; those of Windows are taken apart too. */
final class PathFilters implements Group {

  @Override
  public Object call(String name, Object[] a) {
    if (name.equals("path_join")) {
      return pathJoin(a[0]);
    }
    String path = path(a[0]);
    switch (name) {
      case "basename":
        return path.substring(path.lastIndexOf('/') + 1);
      case "dirname":
        return dirname(path);
      case "expanduser":
        boolean own = path.equals("~") || path.startsWith("~/");
        return own ? System.getProperty("user.home") + path.substring(1) : path;
      case "expandvars":
        return expand(path);
      case "realpath":
        return real(Path.of(path).toAbsolutePath());
      case "relpath":
        Path start = Path.of(a[1] == null ? "" : path(a[1])).toAbsolutePath().normalize();
        String out = start.relativize(Path.of(path).toAbsolutePath().normalize()).toString();
        return out.isEmpty() ? "." : out;
      case "splitext":
        return splitext(path);
      case "fileglob":
        return glob(path);
      case "win_splitdrive":
        return Tuple.of(drive(path), path.substring(drive(path).length()));
      default:
        return windows(path, name.equals("win_basename"));
    }
  }

  private static String path(Object value) {
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    if (value instanceof Undefined undefined) {
      throw undefined.error();
    }
    throw new PythonError("expected str, bytes or os.PathLike object, not " + Types.name(value));
  }

  private static String dirname(String path) {
    String head = path.substring(0, path.lastIndexOf('/') + 1);
    String bare = head.replaceAll("/+$", "");
    return bare.isEmpty() ? head : bare;
  }

  private static Object pathJoin(Object value) {
    if (value instanceof CharSequence) {
      return value;
    }
    if (value instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (!Types.isList(value) && !(value instanceof Tuple)) {
      throw new PythonError(
          "|path_join expects string or sequence, got " + Types.name(value) + " instead.");
    }
    String out = null;
    for (Object part : Items.of(value)) {
      String next = path(part);
      boolean whole = out == null || next.startsWith("/");
      out = whole ? next : out.isEmpty() || out.endsWith("/") ? out + next : out + "/" + next;
    }
    if (out == null) {
      throw new PythonError("join() missing 1 required positional argument");
    }
    return out;
  }

  private static String expand(String path) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < path.length()) {
      if (path.charAt(at) != '$') {
        out.append(path.charAt(at++));
        continue;
      }
      boolean brace = path.startsWith("{", at + 1);
      int from = at + (brace ? 2 : 1);
      int end = from;
      while (end < path.length() && (brace ? path.charAt(end) != '}' : isName(path.charAt(end)))) {
        end++;
      }
      boolean closed = !brace || end < path.length();
      String value = closed ? System.getenv(path.substring(from, end)) : null;
      int next = brace && closed ? end + 1 : end;
      out.append(value == null ? path.substring(at, next) : value);
      at = next;
    }
    return out.toString();
  }

  private static boolean isName(char c) {
    return c == '_' || c < 128 && Character.isLetterOrDigit(c);
  }

  private static String real(Path path) {
    Path known = path.normalize();
    Path rest = Path.of("");
    while (known != null) {
      try {
        return known.toRealPath().resolve(rest).normalize().toString();
      } catch (IOException e) {
        Path name = known.getFileName();
        rest = name == null ? rest : name.resolve(rest);
        known = known.getParent();
      }
    }
    return path.normalize().toString();
  }

  private static Tuple splitext(String path) {
    int slash = path.lastIndexOf('/');
    int dot = path.lastIndexOf('.');
    int first = slash + 1;
    while (first < path.length() && path.charAt(first) == '.') {
      first++;
    }
    return dot < first ? Tuple.of(path, "") : Tuple.of(path.substring(0, dot), path.substring(dot));
  }

  private static List<Object> glob(String pattern) {
    List<Object> out = new ArrayList<>();
    Path whole = Path.of(pattern);
    Path folder = whole.getParent() == null ? Path.of("") : whole.getParent();
    if (whole.getFileName() == null || !Files.isDirectory(folder)) {
      return out;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, whole.getFileName().toString())) {
      for (Path file : files) {
        if (Files.isRegularFile(file)) {
          out.add(file.toString());
        }
      }
    } catch (IOException e) {
      throw new PythonError("the folder " + folder + " cannot be read");
    }
    List<String> names = new ArrayList<>();
    out.forEach(name -> names.add(Text.str(name)));
    Collections.sort(names);
    return new ArrayList<>(names);
  }

  private static String drive(String path) {
    return path.length() > 1 && path.charAt(1) == ':' ? path.substring(0, 2) : "";
  }

  private static String windows(String path, boolean name) {
    String drive = drive(path);
    String rest = path.substring(drive.length());
    int at = Math.max(rest.lastIndexOf('/'), rest.lastIndexOf('\\')) + 1;
    if (name) {
      return rest.substring(at);
    }
    String head = rest.substring(0, at);
    String bare = head.replaceAll("[/\\\\]+$", "");
    return drive + (bare.isEmpty() ? head : bare);
  }
}
