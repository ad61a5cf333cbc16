package kit.inventories.docker;

import java.util.Map;
import java.util.Optional;
import kit.spi.PlanException;

/** How one gets into a container. */
enum Way {
  SSH {
    @Override
    Optional<String> put(Box box, Docker docker, Endpoint engine, Map<String, Object> vars) {
      Optional<Box.Address> found =
          switch (docker.address()) {
            case PUBLISHED -> box.published(docker.privateSshPort(), docker.defaultIp());
            case NETWORK -> box.own(docker.network(), docker.privateSshPort());
          };
      vars.put("ansible_ssh_host", found.map(Box.Address::host).orElse(""));
      vars.put("ansible_ssh_port", found.map(Box.Address::port).orElse("0"));
      if (!box.running()) {
        return Optional.of("does not run (" + box.state() + ")");
      }
      if (found.isPresent()) {
        return Optional.empty();
      }
      return Optional.of(
          switch (docker.address()) {
            case PUBLISHED -> "publishes no port " + docker.privateSshPort();
            case NETWORK ->
                docker.network().isPresent()
                    ? "has no address in the network " + docker.network().get()
                    : "has no address";
          });
    }
  },

  DOCKER {
    @Override
    Optional<String> put(Box box, Docker docker, Endpoint engine, Map<String, Object> vars) {
      vars.put("ansible_host", box.handle());
      vars.put(
          "ansible_connection",
          switch (docker.connection()) {
            case "docker-cli" -> "community.docker.docker";
            case "docker-api" -> "community.docker.docker_api";
            default -> "docker";
          });
      if (docker.configureDockerDaemon()) {
        vars.putAll(engine.vars());
      }
      return box.running() ? Optional.empty() : Optional.of("does not run (" + box.state() + ")");
    }
  };

  /**
   * Adds the variables that lead into a container.
   *
   * @return why they lead nowhere, as what is said of the container; empty if they do
   */
  abstract Optional<String> put(Box box, Docker docker, Endpoint engine, Map<String, Object> vars);

  static Way named(String connection) {
    return switch (connection) {
      case "ssh" -> SSH;
      case "docker", "docker-cli", "docker-api" -> DOCKER;
      default ->
          throw new PlanException(
              "docker: there is no connection '" + connection + "'", "docker or ssh");
    };
  }
}
