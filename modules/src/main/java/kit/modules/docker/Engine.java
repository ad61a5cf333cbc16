package kit.modules.docker;

import java.util.Optional;
import kit.spi.Plan;
import kit.spi.PlanException;
import kit.spi.Sh;

/**
 * An engine, and the client on the host by which it is asked.
 *
 * @param cli the client: a name or a path
 * @param address of the engine, as in {@code unix:///run/docker.sock}; empty for the client's own
 */
record Engine(String cli, String address) {

  static Engine of(String cli, Optional<String> address) {
    if (cli.isBlank() || cli.startsWith("-")) {
      throw new PlanException("dockerCli '" + cli + "' is no program", "leave it out, or a path");
    }
    String at = address.orElse("");
    if (at.isBlank() == address.isPresent() || at.indexOf('\n') >= 0) {
      throw new PlanException("dockerHost '" + at + "' is no address", "unix:///run/docker.sock");
    }
    return new Engine(cli, at);
  }

  /**
   * Begins a subshell in which {@code kit_docker} is the client and {@code $kit_d} an own directory
   * for files that nobody else reads; {@code )} ends it.
   */
  String begin() {
    String docker = Sh.quote(cli);
    return "( umask 077\n"
        + (address.isEmpty() ? "" : "export DOCKER_HOST=" + Sh.quote(address) + "\n")
        + "kit_docker() { "
        + docker
        + " \"$@\"; }\n"
        + "command -v "
        + docker
        + " >/dev/null 2>&1 || { echo 'kit: no docker' >&2; exit 127; }\n"
        + "kit_d=$(mktemp -d) || exit\n"
        + Sh.atExit("rm -rf -- \"$kit_d\"");
  }

  /** A piece of sh in such a subshell. */
  String script(String body) {
    return begin() + body + (body.endsWith("\n") ? "" : "\n") + ")\n";
  }

  /** What it means that the client could not ask. */
  static Plan refused(String error) {
    String said = error.strip();
    if (said.contains("kit: no docker")) {
      return Plan.refused("the host has no docker", "apt name: 'docker.io', or name dockerCli");
    }
    if (said.contains("kit: no compose")) {
      return Plan.refused(
          "the host has neither Docker's compose plugin nor docker-compose",
          "apt name: 'docker-compose'");
    }
    if (said.contains("permission denied")) {
      return Plan.refused(
          "this user may not speak to the Docker daemon",
          "become(), or put the user into the group docker and connect anew");
    }
    if (said.contains("daemon running") || said.contains("annot connect")) {
      return Plan.refused(
          "no Docker daemon answers: " + first(said), "service name: 'docker', state: 'started'");
    }
    return Plan.refused("Docker cannot be asked: " + first(said), "");
  }

  private static String first(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
