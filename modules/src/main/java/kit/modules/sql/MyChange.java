package kit.modules.sql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kit.spi.Change;
import kit.spi.Diff;
import kit.spi.Plan;
import kit.spi.Resource;
import kit.spi.Step;

/** Statements of MySQL that change something, and what goes wrong before. */
final class MyChange {

  /** Anything on the server. */
  static final Resource ALL = new Resource("mysql", "*");

  /** Which databases there are. */
  static final Resource DATABASES = new Resource("mysql", "databases");

  /** The server itself. */
  static final Resource SERVER = new Resource("mysql", "server");

  private MyChange() {}

  /** A user, from whatever host: what questions speak of and changes touch. */
  static Resource user(String name) {
    return new Resource("mysql", "user " + name.replace('/', '|'));
  }

  static Plan refused(MyQuery.Rows rows) {
    String error = rows.error();
    String hint =
        error.contains("is there")
            ? "apt name: 'mariadb-client'"
            : error.contains("denied")
                ? "run as root over the socket, or give loginUser and loginPassword"
                : error.contains("onnect")
                    ? "is it running? service name: 'mariadb', state: 'started'; else loginHost,"
                        + " loginUnixSocket"
                    : "";
    return Plan.refused("MySQL cannot be asked: " + error, hint);
  }

  /**
   * A change by statements, the first that fails ending them: MySQL cannot take most of them back.
   *
   * @param shown as the user may see them
   * @param sent as they are sent
   */
  static Change of(String summary, MyLogin login, List<String> shown, List<String> sent) {
    return then(
        Plan.change(summary).diff(Diff.of("SQL", "", String.join(";\n", shown) + ";\n")),
        login,
        sent);
  }

  /** A change with further statements. */
  static Change then(Change change, MyLogin login, List<String> sent) {
    byte[] sql = (String.join(";\n", sent) + ";\n").getBytes(StandardCharsets.UTF_8);
    return change.step(Step.Run.of(login.command("mysql", "-N -B") + "\n").reading(sql));
  }
}
