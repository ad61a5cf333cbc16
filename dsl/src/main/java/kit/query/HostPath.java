package kit.query;

import java.util.Optional;
import kit.spi.Host;
import kit.spi.PlanException;

/** Paths of the host as arguments give them. */
public final class HostPath {

  private HostPath() {}

  /**
   * The absolute path without slashes at its end.
   *
   * @param argument what to call it in an error
   * @throws PlanException if it is relative or names the home of nobody
   */
  public static String of(Host host, String path, String argument) {
    if (path.indexOf('\0') >= 0) {
      throw new PlanException(argument + " holds a NUL character, which no path can", "");
    }
    String absolute = path.startsWith("~") ? fromHome(host, path, argument) : path;
    if (!absolute.startsWith("/")) {
      throw new PlanException(
          argument + " '" + path + "' is not absolute",
          "write it from the root (/etc/motd) or from a home directory (~/.profile)");
    }
    int end = absolute.length();
    while (end > 1 && absolute.charAt(end - 1) == '/') {
      end--;
    }
    return absolute.substring(0, end);
  }

  private static String fromHome(Host host, String path, String argument) {
    int slash = path.indexOf('/');
    int end = slash < 0 ? path.length() : slash;
    String user = end == 1 ? host.user() : path.substring(1, end);
    Optional<String> home = host.ask(new Home(user));
    if (home.isEmpty()) {
      throw new PlanException(
          argument + " '" + path + "' needs the home directory of " + user + ", who has none", "");
    }
    return home.get().equals("/") ? path.substring(end) : home.get() + path.substring(end);
  }

  /** The directory that holds it. */
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }

  /** The last part of it. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path of a name in a directory. */
  public static String inside(String directory, String name) {
    return directory.endsWith("/") ? directory + name : directory + "/" + name;
  }
}
