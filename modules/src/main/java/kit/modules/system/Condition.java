package kit.modules.system;

import java.util.Locale;
import java.util.Optional;
import kit.spi.Sh;

/**
 * What can be waited for, in POSIX sh: each text defines {@code kit_ok}, which gives 0 if it is so,
 * 1 if not, and 2 if it cannot be told, with the reason on standard error.
 */
final class Condition {

  private Condition() {}

  /** Something is at a path, or nothing is, or a line of a file matches. */
  static String path(String path, boolean gone, Optional<String> regex) {
    String place = Sh.path(path);
    if (regex.isPresent()) {
      return "kit_ok() { [ -f " + place + " ] || return 1; " + grep(regex.get(), place) + "; }\n";
    }
    return gone
        ? "kit_ok() { [ ! -e " + place + " ] && [ ! -L " + place + " ]; }\n"
        : "kit_ok() { [ -e " + place + " ]; }\n";
  }

  // an expression that grep cannot read gives 2 and grep's own complaint
  private static String grep(String regex, String file) {
    return "grep -q -E -e " + Sh.quote(regex) + " < " + file;
  }

  /** A port can be connected to, or not, or says something. */
  static String port(String host, int port, boolean closed, Optional<String> regex, long limit) {
    StringBuilder script = new StringBuilder(head(host, port, limit));
    if (regex.isPresent()) {
      String match = "grep -q -E -e " + Sh.quote(regex.get());
      return script
          + Ports.WAY
          + Ports.HEARS
          + "kit_ok() { [ -n \"$kit_way\" ] || kit_lost || return; kit_hears | "
          + match
          + "; }\n";
    }
    String own = own(host, port);
    if (!own.isEmpty()) {
      script.append(Ports.rows("kit_listens", "0A", own));
      script.append("if [ -r /proc/net/tcp ]; then kit_open() { kit_listens; }; else\n");
    }
    script.append(Ports.WAY).append(Ports.OPEN);
    script.append(own.isEmpty() ? "" : "fi\n");
    return script
        + (closed
            ? "kit_ok() { kit_open; case $? in 0) return 1;; 2) return 2;; *) return 0;; esac; }\n"
            : "kit_ok() { kit_open; case $? in 0) return 0;; 2) return 2;; *) return 1;; esac; }\n");
  }

  /** The host's own port has no connections. */
  static String drained(int port) {
    // the states that Ansible counts: all but closed, closing and listening
    return Ports.rows("kit_connected", "0[1-6]", "*:" + hex(port))
        + "kit_ok() { [ -r /proc/net/tcp ] || { echo 'there is no /proc/net/tcp' >&2; return 2; }\n"
        + "! kit_connected; }\n";
  }

  /** Looks until it is so; prints the seconds that it took. */
  static String loop(long delay, long timeout, long pause, String message) {
    return """
        kit_now() {
        if [ -r /proc/uptime ]; then read -r kit_t kit_u </proc/uptime; kit_t=${kit_t%%.*}
        else kit_t=$(date +%s); fi
        }
        kit_now; kit_from=$kit_t
        """
        + (delay > 0 ? "sleep " + delay + "\n" : "")
        + "while :; do\nkit_ok; kit_r=$?; kit_now\n"
        + "[ $kit_r -eq 0 ] && { echo $((kit_t - kit_from)); exit 0; }\n"
        + "[ $kit_r -eq 2 ] && exit 2\n"
        + "[ $((kit_t - kit_from)) -lt "
        + (delay + timeout)
        + " ] || { printf '%s\\n' "
        + Sh.quote(message)
        + " >&2; exit 1; }\nsleep "
        + pause
        + "\ndone\n";
  }

  private static String head(String host, int port, long limit) {
    return "kit_h=" + Sh.quote(host) + " kit_p=" + port + " kit_c=" + limit + "\n";
  }

  /** How /proc/net/tcp writes sockets that take connections to the host itself; empty if unsure. */
  private static String own(String host, int port) {
    String any = "00000000:P|00000000000000000000000000000000:P";
    String four = "|0100007F:P|7F000001:P|0000000000000000????????0100007F:P";
    String six = "|00000000000000000000000001000000:P|00000000000000000000000000000001:P";
    String addresses =
        switch (host) {
          case "127.0.0.1", "0.0.0.0" -> any + four;
          case "localhost" -> any + four + six;
          case "::1", "::" -> any + six;
          default -> "";
        };
    return addresses.replace("P", hex(port));
  }

  private static String hex(int port) {
    String digits = Integer.toHexString(port).toUpperCase(Locale.ROOT);
    return "0000".substring(digits.length()) + digits;
  }
}
