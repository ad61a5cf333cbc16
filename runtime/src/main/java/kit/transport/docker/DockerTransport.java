package kit.transport.docker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kit.target.Unreachable;
import kit.transport.Connection;
import kit.transport.Endpoint;
import kit.transport.Transport;

/**
 * Runs commands in containers, by docker's client on this machine. No shell reads its arguments.
 */
public final class DockerTransport implements Transport {

  private final Client client;
  private final String pump;
  private final Map<List<String>, Pulse> pulses = new ConcurrentHashMap<>();

  /** With the {@code docker} that is on the path. */
  public DockerTransport() {
    this(Client.ofPath(System.getenv("PATH")));
  }

  DockerTransport(Client client) {
    this.client = client;
    this.pump = Pump.text();
  }

  @Override
  public Connection connect(Endpoint endpoint) {
    if (!named(endpoint.address())) {
      throw new Unreachable(
          "'" + endpoint.address() + "' is no name of a container",
          "ansible_host or the host's name must be one that docker ps shows, or a container's id",
          false);
    }
    if (endpoint.user().startsWith("-")) {
      throw new Unreachable("'" + endpoint.user() + "' is no name of a user", "", false);
    }
    String user = endpoint.user().isEmpty() ? client.userOf(endpoint) : endpoint.user();
    Container container = new Container(endpoint, client, user, pump);
    container.watchedBy(
        pulses.computeIfAbsent(endpoint.engine(), engine -> new Pulse(client, endpoint)));
    return container;
  }

  /** Docker's own rule; the client puts what it is given into a path of the engine's. */
  private static boolean named(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!word && (i == 0 || c != '_' && c != '.' && c != '-')) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
