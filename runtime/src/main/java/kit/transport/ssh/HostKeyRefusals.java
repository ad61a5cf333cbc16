package kit.transport.ssh;

import kit.target.Unreachable;
import kit.transport.Endpoint;

/** What is said about a host whose key is not the known one. Nothing was sent to it. */
final class HostKeyRefusals {

  private HostKeyRefusals() {}

  /**
   * @param vouched whether an authority is known that may vouch for the host
   */
  static Unreachable unknown(
      Endpoint endpoint, String host, String type, String fingerprint, boolean vouched) {
    String file = endpoint.hostKeys().files().get(0).toString();
    String port = endpoint.port() == 22 ? "" : "-p " + endpoint.port() + " ";
    return new Unreachable(
        "the host key of "
            + endpoint.name()
            + " ("
            + endpoint.place()
            + ") is not known: "
            + type
            + " "
            + fingerprint
            + (vouched ? ", and kit does not read host certificates (@cert-authority)" : ""),
        "if that is its fingerprint: ssh-keyscan "
            + port
            + host
            + " >> "
            + file
            + ", or run kit once with --accept-new-host-keys",
        false);
  }

  static Unreachable changed(Endpoint endpoint, KnownHost known, String type, String fingerprint) {
    return new Unreachable(
        "the host key of "
            + endpoint.name()
            + " ("
            + endpoint.place()
            + ") has CHANGED: it is "
            + type
            + " "
            + fingerprint
            + ", known is "
            + known.type()
            + " "
            + known.fingerprint()
            + " ("
            + known.where()
            + ")",
        "somebody may be in between; if the host was really installed anew, remove that line",
        false);
  }

  static Unreachable revoked(Endpoint endpoint, KnownHost line) {
    return new Unreachable(
        "the host key of "
            + endpoint.name()
            + " ("
            + endpoint.place()
            + ") is REVOKED: "
            + line.type()
            + " "
            + line.fingerprint()
            + " ("
            + line.where()
            + ")",
        "do not use this host until it has a new key",
        false);
  }
}
