package kit.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kit.model.KitException;

/**
 * Arguments of docker's client that lead to a container's engine: Ansible's variables of {@code
 * community.docker.docker} and {@code docker_api}. What they do not say, docker's own environment
 * and contexts do.
 */
final class EngineArguments {

  private EngineArguments() {}

  static List<String> of(ConnectionVariables vars) {
    List<String> arguments = new ArrayList<>();
    Optional<String> host = vars.text("ansible_docker_docker_host");
    if (host.isPresent()) {
      arguments.add("-H");
      arguments.add(address(host.get()));
    }
    file(vars, "ansible_docker_ca_cert", "--tlscacert", arguments);
    file(vars, "ansible_docker_client_cert", "--tlscert", arguments);
    file(vars, "ansible_docker_client_key", "--tlskey", arguments);
    if (yes(vars, "ansible_docker_validate_certs")) {
      arguments.add("--tlsverify");
    } else if (yes(vars, "ansible_docker_tls")) {
      arguments.add("--tls");
    }
    Optional<String> name = vars.text("ansible_docker_tls_hostname");
    if (name.isPresent()) {
      throw new KitException(
          "docker's client cannot be told another name of the engine's certificate"
              + " (ansible_docker_tls_hostname of "
              + vars.host()
              + ")",
          "give the engine by the name that its certificate has: ansible_docker_docker_host");
    }
    words(vars, arguments);
    return arguments;
  }

  /** Ansible writes {@code unix://var/run/docker.sock}, and https for TLS. */
  private static String address(String said) {
    if (said.startsWith("unix://") && !said.startsWith("unix:///")) {
      return "unix:///" + said.substring("unix://".length());
    }
    return said.startsWith("https://") ? "tcp://" + said.substring("https://".length()) : said;
  }

  private static void file(
      ConnectionVariables vars, String variable, String option, List<String> arguments) {
    Optional<String> file = vars.text(variable);
    if (file.isPresent()) {
      arguments.add(option);
      arguments.add(file.get());
    }
  }

  private static boolean yes(ConnectionVariables vars, String variable) {
    return switch (vars.text(variable).orElse("").toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> true;
      default -> false;
    };
  }

  private static void words(ConnectionVariables vars, List<String> arguments) {
    String line = vars.text("ansible_docker_extra_args").orElse("");
    try {
      SshWords.split(line, 0, arguments);
    } catch (IllegalArgumentException e) {
      throw new KitException(
          e.getMessage() + ": " + line + " (ansible_docker_extra_args of " + vars.host() + ")", "");
    }
  }
}
