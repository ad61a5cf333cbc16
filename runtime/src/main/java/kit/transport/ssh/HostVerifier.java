package kit.transport.ssh;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import kit.target.Unreachable;
import kit.transport.Endpoint;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;

/**
 * Decides whether the host is the one it should be. A revoked key is refused whatever else is said;
 * a key of another type than the known ones counts as changed, else a new type would be a way
 * around the old key.
 */
final class HostVerifier implements HostKeyVerifier {

  private final Endpoint endpoint;
  private final KnownHosts known;
  private final String host;
  private volatile Unreachable refusal;

  HostVerifier(Endpoint endpoint, KnownHosts known) {
    this.endpoint = endpoint;
    this.known = known;
    this.host = endpoint.hostKeys().alias().orElse(endpoint.address());
  }

  /** Why the host was refused; null if it was not. */
  Unreachable refusal() {
    return refusal;
  }

  @Override
  public boolean verify(String hostname, int port, PublicKey key) {
    byte[] bytes = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
    try {
      refusal =
          check(KeyType.fromKey(key).toString(), Base64.getEncoder().encodeToString(bytes), bytes);
    } catch (RuntimeException e) {
      refusal = new Unreachable(e.getMessage(), "", false);
    }
    return refusal == null;
  }

  /** Asks for the kinds of key that are known, as ssh does. */
  @Override
  public List<String> findExistingAlgorithms(String hostname, int port) {
    List<String> types = new ArrayList<>();
    List<KnownHost> lines = known.of(host, lookupPort());
    for (KnownHost line : lines.isEmpty() ? known.of(host, 22) : lines) {
      if (line.revoked()) {
        continue;
      }
      if (line.type().equals("ssh-rsa")) {
        types.add("rsa-sha2-512");
        types.add("rsa-sha2-256");
      } else {
        types.add(line.type());
      }
    }
    return types;
  }

  Unreachable check(String type, String blob, byte[] bytes) {
    List<KnownHost> lines = known.of(host, lookupPort());
    // as ssh does; but only a match counts: behind another port may well be another machine
    boolean plain = lines.isEmpty() && lookupPort() != 22;
    KnownHost other = null;
    boolean accepted = false;
    for (KnownHost line : plain ? known.of(host, 22) : lines) {
      boolean same = line.blob().equals(blob);
      if (line.revoked() && same) {
        return HostKeyRefusals.revoked(endpoint, line);
      }
      accepted |= same;
      if (!plain && !line.revoked() && !same && (other == null || line.type().equals(type))) {
        other = line;
      }
    }
    if (accepted) {
      return null;
    }
    if (other != null) {
      return HostKeyRefusals.changed(endpoint, other, type, KnownHost.fingerprint(bytes));
    }
    if (!endpoint.hostKeys().acceptNew()) {
      boolean vouched = known.vouched(host, lookupPort());
      return HostKeyRefusals.unknown(endpoint, host, type, KnownHost.fingerprint(bytes), vouched);
    }
    other = known.add(host, lookupPort(), type, blob);
    return other == null
        ? null
        : HostKeyRefusals.changed(endpoint, other, type, KnownHost.fingerprint(bytes));
  }

  private int lookupPort() {
    return endpoint.hostKeys().alias().isPresent() ? 22 : endpoint.port();
  }
}
