package kit.transport;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import kit.model.KitException;

/**
 * The variables of a host that say how it is reached.
 *
 * @param host its name
 * @param values all its variables
 */
record ConnectionVariables(String host, Map<String, Object> values) {

  /** A number that may be missing, and can be asked for lazily. */
  record Port(OptionalInt number) {
    int orElseGet(Supplier<Integer> other) {
      return number.isPresent() ? number.getAsInt() : other.get();
    }
  }

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
    return text(names).map(Password::of);
  }

  Endpoint.Kind kind() {
    String said = text("ansible_connection").orElse("ssh");
    return switch (said.toLowerCase(Locale.ROOT)) {
      case "ssh", "smart", "paramiko", "paramiko_ssh", "libssh" -> Endpoint.Kind.SSH;
      case "local" -> Endpoint.Kind.LOCAL;
      default ->
          throw new KitException(
              "kit has no connection '" + said + "' (ansible_connection of " + host + ")",
              "use ssh or local");
    };
  }

  Port port() {
    Optional<String> said = text("ansible_port", "ansible_ssh_port");
    return new Port(said.isEmpty() ? OptionalInt.empty() : OptionalInt.of(port(said.get())));
  }

  int port(String text) {
    int port = number(text);
    if (port < 1 || port > 65535) {
      throw new KitException(
          "'" + text + "' is no port (of " + host + ")", "ports are numbers from 1 to 65535");
    }
    return port;
  }

  Optional<Duration> seconds(String... names) {
    for (String name : names) {
      Optional<Duration> seconds = text(name).flatMap(this::seconds);
      if (seconds.isPresent()) {
        return seconds;
      }
    }
    return Optional.empty();
  }

  Optional<Duration> seconds(String text) {
    int number = number(text);
    return number > 0 ? Optional.of(Duration.ofSeconds(number)) : Optional.empty();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
