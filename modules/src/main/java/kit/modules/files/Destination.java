package kit.modules.files;

import java.util.Optional;
import kit.query.Checksum;
import kit.query.HostPath;
import kit.query.PathStat;
import kit.query.PathStat.Type;
import kit.query.Stat;
import kit.spi.Host;
import kit.spi.Mode;
import kit.spi.Plan;
import kit.spi.PlanException;

/**
 * The file that a dest argument means.
 *
 * @param path its path
 * @param inside whether dest named a directory by a slash at its end, which is made if missing
 */
record Destination(String path, boolean inside) {

  /**
   * Finds it. Everything that the usual case needs is asked together.
   *
   * @param name what the file is called in a directory; empty if it has no name of its own
   */
  static Destination of(Host host, String dest, Optional<String> name) {
    String place = HostPath.of(host, dest, "dest");
    if (dest.endsWith("/")) {
      if (name.isEmpty()) {
        throw new PlanException(
            "dest '" + dest + "' is a directory, but a content needs a file",
            "add the file's name to dest");
      }
      return asked(host, HostPath.inside(place, name.get()), true);
    }
    Destination direct = asked(host, place, false);
    if (name.isPresent() && direct.there(host).type() == Type.DIRECTORY) {
      return asked(host, HostPath.inside(place, name.get()), false);
    }
    return direct;
  }

  private static Destination asked(Host host, String path, boolean inside) {
    host.askAll(new Stat(path, true), Checksum.sha256(path), new Stat(HostPath.parent(path), true));
    return new Destination(path, inside);
  }

  PathStat there(Host host) {
    return host.ask(new Stat(path, true));
  }

  Optional<String> sha256(Host host) {
    return host.ask(Checksum.sha256(path));
  }

  /** What has to be made before the file can be. */
  Directories directories(Host host, Optional<Mode> mode, Attributes attributes) {
    return inside && parent(host).type() != Type.DIRECTORY
        ? Directories.upTo(
            host,
            HostPath.parent(path),
            new Attributes(mode, attributes.owner(), attributes.group()))
        : Directories.NONE;
  }

  /** Whether there is no directory to put the file into, and none will be made. */
  boolean homeless(Host host) {
    return !inside && !there(host).exists() && parent(host).type() != Type.DIRECTORY;
  }

  Plan refuseHomeless(Host host) {
    String parent = HostPath.parent(path);
    PathStat there = parent(host);
    return there.exists()
        ? Plan.refused(parent + " is a " + there.type().word() + ", so " + path + " cannot be", "")
        : Plan.refused(
            "there is no directory " + parent + " for " + path,
            "make it first: file path: '" + parent + "', state: 'directory'");
  }

  private PathStat parent(Host host) {
    return host.ask(new Stat(HostPath.parent(path), true));
  }
}
