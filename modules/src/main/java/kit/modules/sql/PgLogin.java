package kit.modules.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kit.spi.Host;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * How a PostgreSQL server is reached from the host. Root without any of it becomes the system user
 * postgres for the command, who is let in over the socket.
 *
 * @param host name or address; empty for the socket
 * @param port of the server
 * @param user name of the database user; empty for the own
 * @param password of that user; empty if none is needed
 * @param become whether to run as the system user postgres
 */
record PgLogin(String host, int port, String user, String password, boolean become) {

  static PgLogin of(
      Host host,
      Optional<String> server,
      int port,
      Optional<String> user,
      Optional<String> password) {
    boolean become =
        host.user().equals("root") && server.isEmpty() && user.isEmpty() && password.isEmpty();
    if ((server.orElse("") + user.orElse("") + password.orElse("")).indexOf('\n') >= 0) {
      throw new PlanException("a login argument has several lines", "");
    }
    return new PgLogin(server.orElse(""), port, user.orElse(""), password.orElse(""), become);
  }

  /**
   * A command in a subshell that reads SQL from its standard input.
   *
   * @param program psql, pg_dump or pg_restore
   * @param options of the program, as the shell reads them
   */
  String command(String program, String options, String db) {
    List<String> words = new ArrayList<>(List.of("-p", String.valueOf(port)));
    if (!host.isEmpty()) {
      words.addAll(List.of("-h", host));
    }
    if (!user.isEmpty()) {
      words.addAll(List.of("-U", user));
    }
    words.addAll(List.of("-w", "-d", db));
    String all = options + " " + Sh.quote(words);
    String run =
        become
            ? "su -s /bin/sh -c 'exec " + program + " \"$@\"' -- postgres sh " + all
            : program + " " + all;
    return "( cd /\n" + passfile() + "LC_ALL=C.UTF-8 " + run + " )";
  }

  /** A password stands in a file that only its owner reads, since a process list shows the rest. */
  private String passfile() {
    if (password.isEmpty()) {
      return "";
    }
    String line = "*:*:*:*:" + password.replace("\\", "\\\\").replace(":", "\\:");
    return "umask 077; kit_p=$(mktemp) || exit\n"
        + "trap 'rm -f -- \"$kit_p\"' EXIT\n"
        + "printf '%s\\n' "
        + Sh.quote(line)
        + " >\"$kit_p\"; export PGPASSFILE=\"$kit_p\"\n";
  }
}
