package kit.transport.ssh;

import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.method.KeyedAuthMethod;

/** Logs in with a key by sending the signature at once: sshj asks first, a round trip more. */
final class SignedKey extends KeyedAuthMethod {

  SignedKey(KeyProvider keys) {
    super("publickey", keys);
  }

  @Override
  protected SSHPacket buildReq() throws UserAuthException {
    return putSig(putPubKey(super.buildReq().putBoolean(true)));
  }
}
