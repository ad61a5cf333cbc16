package kit.transport;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one host is reached.
 *
 * @param name the host's name in the inventory; of a host on the way, its name there
 * @param kind over the network, on this machine or in a container
 * @param address name or number to connect to; of a container, its name or id
 * @param port TCP port
 * @param user who logs in; in a container, empty for whom its image says
 * @param keys the keys to offer
 * @param password login password, if there is one
 * @param becomePassword password for becoming another user, if there is one
 * @param becomeMethod how to become another user, if the host's variables say so
 * @param becomeExe the program to become another user with, if it is not the usual one
 * @param hostKeys how the host is recognised
 * @param via the host that the connection goes through, if it does not go straight
 * @param keepAlive how a host that has stopped answering is noticed
 * @param connectTimeout limit for a TCP connection and for the server's first words
 * @param becomeTimeout limit for becoming another user
 * @param engine arguments of docker's client that lead to the container's engine, mostly none
 */
public record Endpoint(
    String name,
    Kind kind,
    String address,
    int port,
    String user,
    Keys keys,
    Optional<Password> password,
    Optional<Password> becomePassword,
    Optional<String> becomeMethod,
    Optional<String> becomeExe,
    HostKeys hostKeys,
    Optional<Endpoint> via,
    KeepAlive keepAlive,
    Duration connectTimeout,
    Duration becomeTimeout,
    List<String> engine) {

  public Endpoint {
    engine = List.copyOf(engine);
  }

  /** Over the network, this machine itself, or in a container of an engine. */
  public enum Kind {
    SSH,
    LOCAL,
    DOCKER;

    /** Whether there can be a terminal. */
    public boolean terminals() {
      return this == SSH;
    }
  }

  /** The same, waited for as long as this. */
  public Endpoint within(Duration patience) {
    return new Endpoint(
        name,
        kind,
        address,
        port,
        user,
        keys,
        password,
        becomePassword,
        becomeMethod,
        becomeExe,
        hostKeys,
        via,
        keepAlive,
        patience,
        becomeTimeout,
        engine);
  }

  /** The same, as this user. */
  public Endpoint as(String other) {
    return new Endpoint(
        name,
        kind,
        address,
        port,
        other,
        keys,
        password,
        becomePassword,
        becomeMethod,
        becomeExe,
        hostKeys,
        via,
        keepAlive,
        connectTimeout,
        becomeTimeout,
        engine);
  }

  /** What a user types to get there. */
  public String byHand() {
    return switch (kind) {
      case SSH -> "ssh " + user + "@" + address;
      case LOCAL -> "sh";
      case DOCKER ->
          (engine.isEmpty()
                  ? "docker exec -it"
                  : "docker " + String.join(" ", engine) + " exec -it")
              + (user.isEmpty() ? "" : " -u " + user)
              + " "
              + address
              + " sh";
    };
  }

  /** Address and port as a user reads them. */
  public String place() {
    return address + (port == 22 ? "" : " port " + port);
  }
}
