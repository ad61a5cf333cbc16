package kit.modules.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param more further parameters of the connection, as libpq has them
 * @param become whether to run as the system user postgres
 */
record PgLogin(
    String host, int port, String user, String password, Map<String, String> more, boolean become) {

  private static final List<String> OWN =
      List.of("host", "port", "user", "password", "passfile", "sslpassword", "dbname");

  static PgLogin of(
      Host host,
      Optional<String> server,
      int port,
      Optional<String> user,
      Optional<String> password,
      Map<String, Object> connectParams) {
    boolean become =
        host.user().equals("root") && server.isEmpty() && user.isEmpty() && password.isEmpty();
    if ((server.orElse("") + user.orElse("") + password.orElse("")).indexOf('\n') >= 0) {
      throw new PlanException("a login argument has several lines", "");
    }
    Map<String, String> more = new LinkedHashMap<>();
    connectParams.forEach((name, value) -> more.put(checked(name), String.valueOf(value)));
    return new PgLogin(server.orElse(""), port, user.orElse(""), password.orElse(""), more, become);
  }

  private static String checked(String name) {
    if (OWN.contains(name) || !name.matches("[a-z_]+")) {
      throw new PlanException(
          "connectParams has '" + name + "'",
          "what libpq knows, as sslmode, sslrootcert, connect_timeout, options; not " + OWN);
    }
    return name;
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
    words.addAll(List.of("-w", "-d", place(db)));
    String all = options + " " + Sh.quote(words);
    String run =
        become
            ? "su -s /bin/sh -c 'exec " + program + " \"$@\"' -- postgres sh " + all
            : program + " " + all;
    return "( cd /\ncommand -v "
        + program
        + " >/dev/null || { echo 'no "
        + program
        + " is there' >&2; exit 127; }\n"
        + passfile()
        + "LC_ALL=C.UTF-8 "
        + run
        + " )";
  }

  /** A name alone could be taken for a whole description of a connection. */
  private String place(String db) {
    StringBuilder place = new StringBuilder("dbname=").append(quoted(db));
    more.forEach((name, value) -> place.append(' ').append(name).append('=').append(quoted(value)));
    return place.toString();
  }

  private static String quoted(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** A password stands in a file that only its owner reads, since a process list shows the rest. */
  private String passfile() {
    if (password.isEmpty()) {
      return "";
    }
    String line = "*:*:*:*:" + password.replace("\\", "\\\\").replace(":", "\\:");
    return "umask 077; kit_p=$(mktemp) || exit\n"
        + Sh.atExit("rm -f -- \"$kit_p\"")
        + "printf '%s\\n' "
        + Sh.quote(line)
        + " >\"$kit_p\"; export PGPASSFILE=\"$kit_p\"\n";
  }
}
