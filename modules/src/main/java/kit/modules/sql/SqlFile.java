package kit.modules.sql;

import kit.query.HostPath;
import kit.query.Stat;
import kit.spi.Host;
import kit.spi.PlanException;

/** A file of the host that a client is to read. */
final class SqlFile {

  private SqlFile() {}

  /**
   * Its absolute path.
   *
   * @throws PlanException if there is none, which check mode tells too
   */
  static String of(Host host, String path, String argument) {
    String file = HostPath.of(host, path, argument);
    if (!host.ask(new Stat(file, true)).exists()) {
      throw new PlanException(
          argument + " " + file + " is not on the host", "copy brings it there");
    }
    return file;
  }
}
