package kit.transport.ssh;

import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.method.KeyedAuthMethod;

/** Asks a host whether it would take a key, without signing: no passphrase is needed for that. */
final class OfferedKey extends KeyedAuthMethod {

  private volatile boolean accepted;

  OfferedKey(KeyProvider keys) {
    super("publickey", keys);
  }

  boolean accepted() {
    return accepted;
  }

  @Override
  protected SSHPacket buildReq() throws UserAuthException {
    return putPubKey(super.buildReq().putBoolean(false));
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
}
