package kit.transport;

import java.util.Optional;
import kit.model.KitException;
import kit.model.Location;
import kit.model.Problem;

/**
 * A host on the way as {@code ProxyJump} writes it: {@code [user@]host[:port]} or {@code
 * ssh://[user@]host[:port]}.
 *
 * @param user who logs in there, if it says so
 * @param host its name or number
 * @param port its port, if it says so
 */
record JumpText(Optional<String> user, String host, Optional<String> port) {

  static JumpText of(Location where, String text) {
    String rest = text.startsWith("ssh://") ? text.substring(6) : text;
    rest = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    int at = rest.lastIndexOf('@');
    Optional<String> user = at < 0 ? Optional.empty() : Optional.of(rest.substring(0, at));
    String place = rest.substring(at + 1);
    int colon = place.lastIndexOf(':');
    boolean six = place.startsWith("[");
    boolean port =
        colon > 0 && (six ? place.charAt(colon - 1) == ']' : place.indexOf(':') == colon);
    String host = port ? place.substring(0, colon) : place;
    host = six && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    if (host.isEmpty() || host.startsWith("-") || user.isPresent() && user.get().isEmpty()) {
      throw new KitException(
          new Problem(where, "'" + text + "' is no host to jump over", "write [user@]host[:port]"));
    }
    return new JumpText(
        user, host, port ? Optional.of(place.substring(colon + 1)) : Optional.empty());
  }
}
