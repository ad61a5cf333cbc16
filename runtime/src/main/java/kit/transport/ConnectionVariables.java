package kit.transport;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kit.model.KitException;

/**
 * The variables of a host that say how it is reached.
 *
 * @param host its name
 * @param values all its variables
 */
record ConnectionVariables(String host, Map<String, Object> values) {

  /** The first of these variables that is there and not empty. */
  Optional<String> text(String... names) {
    for (String name : names) {
      Object value = values.get(name);
      if (value != null && !value.toString().isEmpty()) {
        return Optional.of(value.toString());
      }
    }
    return Optional.empty();
  }

  Optional<Password> password(String... names) {
    Optional<String> text = text(names);
    return text.isEmpty() ? Optional.empty() : Optional.of(Password.of(text.get()));
  }

  Endpoint.Kind kind() {
    String said = text("ansible_connection").orElse("ssh");
    return switch (said.toLowerCase(Locale.ROOT)) {
      case "ssh", "smart", "paramiko", "paramiko_ssh", "libssh" -> Endpoint.Kind.SSH;
      case "local" -> Endpoint.Kind.LOCAL;
      case "docker",
          "docker_api",
          "community.docker.docker",
          "community.docker.docker_api",
          "community.general.docker" ->
          Endpoint.Kind.DOCKER;
      default ->
          throw new KitException(
              "kit has no connection '" + said + "' (ansible_connection of " + host + ")",
              "use ssh, local or docker");
    };
  }

  /** The port, or else the one that is given as text. */
  int port(Optional<String> other) {
    return port(host, text("ansible_port", "ansible_ssh_port").orElse(other.orElse("22")));
  }

  static int port(String host, String text) {
    int port = number(text);
    if (port < 1 || port > 65535) {
      throw new KitException(
          "'" + text + "' is no port (of " + host + ")", "ports are numbers from 1 to 65535");
    }
    return port;
  }

  /** The first of these variables that holds a number of seconds, or else the one given as text. */
  Duration seconds(Optional<String> other, Duration otherwise, String... names) {
    return seconds(text(names).orElse(other.orElse("")), otherwise);
  }

  static Duration seconds(String text, Duration otherwise) {
    int number = number(text);
    return number > 0 ? Duration.ofSeconds(number) : otherwise;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
