package kit.transport.ssh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kit.transport.Keys;

/**
 * The keys for one host, in the order in which they are offered: those named for it, what else the
 * agent holds, the usual ones. The agent is asked as late as possible: most runs need none.
 */
final class KeyRing {

  private final Keys keys;
  private final Identities identities;

  KeyRing(Keys keys, Identities identities) {
    this.keys = keys;
    this.identities = identities;
  }

  /** What the host is offered for this file: certificates of the key, then the key. */
  List<Signer> of(Identity identity) {
    byte[] blob = identity.blob();
    Optional<Signer> held = Optional.empty();
    if (blob != null && !identity.open()) {
      for (AgentKey key : agent()) {
        held = key.is(blob) ? Optional.of(key) : held;
      }
    }
    if (held.isEmpty() && !identity.secret()) {
      return List.of(); // only the public half is here, and no agent has the other one
    }
    Signer key = held.orElse(identity);
    List<Signer> all = new ArrayList<>();
    if (blob != null) {
      for (Path file : certificates(identity.file())) {
        byte[] certificate = KeyText.publicHalf(file);
        if (certificate != null) {
          Certificate.of(certificate, key).ifPresent(all::add);
        }
      }
    }
    all.add(key);
    return all;
  }

  private List<Path> certificates(Path file) {
    List<Path> all = new ArrayList<>(keys.certificates());
    all.add(Path.of(file + "-cert.pub"));
    return all;
  }

  /** The keys of the agent that are not among these already. */
  List<AgentKey> others(List<byte[]> offered) {
    List<AgentKey> others = new ArrayList<>();
    if (!keys.only()) {
      for (AgentKey key : agent()) {
        boolean known = false;
        for (byte[] blob : offered) {
          known |= Arrays.equals(blob, key.blob());
        }
        if (!known) {
          others.add(key);
        }
      }
    }
    return others;
  }

  private List<AgentKey> agent() {
    return keys.agent().isEmpty() ? List.of() : identities.agent(keys.agent().get()).keys();
  }

  /** Why the agent could not help; empty if it could, or was not asked. */
  String trouble() {
    return keys.agent().isEmpty() ? "" : identities.agent(keys.agent().get()).trouble();
  }
}
