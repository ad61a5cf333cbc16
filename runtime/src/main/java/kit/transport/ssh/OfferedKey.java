package kit.transport.ssh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/**
 * Asks a host whether it would take a key, without signing: somebody may have to be asked for a
 * passphrase, or for leave to use the agent's key.
 */
final class OfferedKey extends AbstractAuthMethod {

  private final Signer key;
  private final List<String> algorithms;
  private volatile boolean accepted;

  OfferedKey(Signer key) throws IOException {
    super("publickey");
    this.key = key;
    this.algorithms = new ArrayList<>(key.algorithms());
  }

  boolean accepted() {
    return accepted;
  }

  /** The kind of signature that the host would take. */
  String algorithm() {
    return algorithms.get(0);
  }

  @Override
  protected SSHPacket buildReq() throws UserAuthException {
    return super.buildReq().putBoolean(false).putString(algorithm()).putBytes(key.blob());
  }

  /** Ends the attempt by an exception, the only way that sshj has for "neither yes nor no". */
  @Override
  public void handle(Message message, SSHPacket packet)
      throws UserAuthException, TransportException {
    if (message != Message.USERAUTH_60) {
      super.handle(message, packet);
      return;
    }
    accepted = true;
    throw new UserAuthException("the host would take this key");
  }

  /** A host may know an older kind of RSA signature only. */
  @Override
  public boolean shouldRetry() {
    if (algorithms.size() > 1) {
      algorithms.remove(0);
      return true;
    }
    return false;
  }
}
