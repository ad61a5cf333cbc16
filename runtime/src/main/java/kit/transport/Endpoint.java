package kit.transport;

import java.time.Duration;
import java.util.Optional;

/**
 * How one host is reached.
 *
 * @param name the host's name in the inventory; of a host on the way, its name there
 * @param kind over the network or on this machine
 * @param address name or number to connect to
 * @param port TCP port
 * @param user who logs in
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
    Duration becomeTimeout) {

  /** Over the network, or this machine itself. */
  public enum Kind {
    SSH,
    LOCAL
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
        becomeTimeout);
  }

  /** Address and port as a user reads them. */
  public String place() {
    return address + (port == 22 ? "" : " port " + port);
  }
}
