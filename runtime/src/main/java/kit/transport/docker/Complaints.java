package kit.transport.docker;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import kit.target.Unreachable;
import kit.transport.Endpoint;

/** What docker's client says when it cannot do what it should, in the user's terms. */
final class Complaints {

  private static final String[] DOCKER = {
    "error response from daemon:",
    "cannot connect to the docker daemon",
    "error during connect:",
    "failed to initialize:",
    "oci runtime exec failed",
    "unable to find user ",
    "permission denied while trying to connect",
    "unknown flag:",
    "unknown shorthand flag:",
    "failed to connect to the docker api",
    "unable to resolve docker endpoint"
  };

  private Complaints() {}

  /** Why there is no shell; empty if that was not docker's doing. */
  static Optional<Unreachable> of(Endpoint endpoint, String said) {
    for (String line : said.split("\n")) {
      String lower = line.strip().toLowerCase(Locale.ROOT);
      for (String beginning : DOCKER) {
        if (lower.startsWith(beginning)) {
          return Optional.of(say(endpoint, line.strip(), lower));
        }
      }
    }
    return Optional.empty();
  }

  private static Unreachable say(Endpoint endpoint, String line, String lower) {
    String name = endpoint.address();
    String of = name.equals(endpoint.name()) ? "" : " (host " + endpoint.name() + ")";
    if (lower.contains("no such container")) {
      return new Unreachable(
          "there is no container " + name + of,
          "docker ps -a shows those of this engine; ansible_host names another one",
          false);
    }
    if (lower.contains("is paused")) {
      return new Unreachable(
          "the container " + name + of + " is paused", "docker unpause " + name, false);
    }
    if (lower.contains("is not running") || lower.contains("is restarting")) {
      return new Unreachable(
          "the container " + name + of + " is not running", "docker start " + name, false);
    }
    if (lower.contains("unable to find user")) {
      return new Unreachable(
          "there is no user " + missing(line) + " in the container " + name + of,
          "ansible_user and become name users that are in its /etc/passwd",
          false);
    }
    if (lower.startsWith("oci runtime")
        && (lower.contains("not found") || lower.contains("no such file"))) {
      return new Unreachable(
          "there is no sh in the container " + name + of,
          "kit needs a POSIX sh there; an image made of one program has none",
          false);
    }
    if (lower.contains("permission denied while trying to connect")) {
      return new Unreachable(
          "docker's engine lets this user do nothing: " + line,
          "who may use it is in the group docker, or is root",
          false);
    }
    if (lower.contains("connect") || lower.contains("initialize") || lower.contains("resolve")) {
      return new Unreachable(
          "docker's engine is not reached: " + line,
          "is it running? DOCKER_HOST, docker context and ansible_docker_docker_host say where",
          false);
    }
    return other(endpoint, line);
  }

  private static String missing(String line) {
    String name = line.substring(line.toLowerCase(Locale.ROOT).lastIndexOf("find user ") + 10);
    int end = name.indexOf(':');
    return end < 0 ? name : name.substring(0, end);
  }

  /** What has no words of our own. */
  static Unreachable other(Endpoint endpoint, String line) {
    return new Unreachable(
        "docker gives no shell in " + endpoint.address() + ": " + line,
        "try: " + endpoint.byHand(),
        false);
  }

  static Unreachable late(Endpoint endpoint) {
    return new Unreachable(
        "docker did not answer within " + endpoint.connectTimeout().toSeconds() + " s",
        "try: " + endpoint.byHand(),
        false);
  }

  /** Docker's client could not be started. */
  static Unreachable about(Endpoint endpoint, IOException failure) {
    return new Unreachable(
        "docker's client is needed for "
            + endpoint.name()
            + " and cannot be started: "
            + failure.getMessage(),
        "install it on this machine, the controller (Debian: docker.io or docker-cli)",
        false);
  }
}
