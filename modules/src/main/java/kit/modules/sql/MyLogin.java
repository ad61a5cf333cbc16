package kit.modules.sql;

import java.util.Optional;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * How a MySQL or MariaDB server is reached from the host. All of it stands in an option file of the
 * client that only its owner reads.
 *
 * @param host name or address; empty for the socket
 * @param port of the server
 * @param socket path of the socket; empty for the usual one
 * @param user name of the database user; empty for the own
 * @param password of that user; empty if none is needed
 * @param file a client's option file on the host to read first; empty for none
 */
record MyLogin(String host, int port, String socket, String user, String password, String file) {

  static MyLogin of(
      Optional<String> host,
      int port,
      Optional<String> socket,
      Optional<String> user,
      Optional<String> password,
      Optional<String> file) {
    String all =
        host.orElse("")
            + socket.orElse("")
            + user.orElse("")
            + password.orElse("")
            + file.orElse("");
    if (all.indexOf('\n') >= 0) {
      throw new PlanException("a login argument has several lines", "");
    }
    return new MyLogin(
        host.orElse(""),
        port,
        socket.orElse(""),
        user.orElse(""),
        password.orElse(""),
        file.orElse(""));
  }

  /**
   * A command in a subshell that reads SQL from its standard input.
   *
   * @param program mysql or mysqldump; MariaDB's own names are tried first
   * @param options of the program, as the shell reads them
   */
  String command(String program, String options) {
    String newer = program.equals("mysql") ? "mariadb" : "mariadb-dump";
    // MariaDB's client would show the statement that fails, and a hash in it
    StringBuilder config =
        new StringBuilder("[mysql]\nloose-skip-print-query-on-error\n[client]\n");
    if (!host.isEmpty()) {
      option(config, "host", host);
      option(config, "protocol", "tcp");
      config.append("port=").append(port).append('\n');
    }
    option(config, "socket", socket);
    option(config, "user", user);
    option(config, "password", password);
    // the user's own file would be read last and win over arguments, so it is read here
    return "( umask 077; kit_p=$(mktemp) || exit\n"
        + Sh.atExit("rm -f -- \"$kit_p\"")
        + "{ [ ! -r ~/.my.cnf ] || printf '!include %s\\n' ~/.my.cnf\n"
        + include()
        + "printf %s "
        + Sh.quote(config.toString())
        + "\n} >\"$kit_p\"\nkit_c="
        + newer
        + "; command -v $kit_c >/dev/null || kit_c="
        + program
        + "; command -v $kit_c >/dev/null || { echo \"no $kit_c is there\" >&2; exit 127; }"
        + "\nHOME=/nonexistent $kit_c --defaults-extra-file=\"$kit_p\""
        + " --default-character-set=utf8mb4 "
        + options
        + " )";
  }

  private String include() {
    if (file.isEmpty()) {
      return "";
    }
    boolean home = file.startsWith("~/");
    String word = home ? "~/" + Sh.quote(file.substring(2)) : Sh.quote(file);
    return "[ -r "
        + word
        + " ] || { echo there is no configFile "
        + word
        + " to read >&2; exit 1; }\nprintf '!include %s\\n' "
        + word
        + "\n";
  }

  private static void option(StringBuilder config, String name, String value) {
    if (!value.isEmpty()) {
      String text = value.replace("\\", "\\\\").replace("\"", "\\\"");
      config.append(name).append("=\"").append(text).append("\"\n");
    }
  }
}
