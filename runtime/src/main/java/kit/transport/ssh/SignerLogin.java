package kit.transport.ssh;

import java.io.IOException;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/** Logs in with a key that the host has said it would take. */
final class SignerLogin extends AbstractAuthMethod {

  private final Signer key;
  private final String algorithm;

  SignerLogin(Signer key, String algorithm) {
    super("publickey");
    this.key = key;
    this.algorithm = algorithm;
  }

  @Override
  protected SSHPacket buildReq() throws UserAuthException {
    SSHPacket packet = super.buildReq().putBoolean(true);
    packet.putString(algorithm).putBytes(key.blob());
    byte[] data =
        new Buffer.PlainBuffer()
            .putBytes(params.getTransport().getSessionID())
            .putBuffer(packet)
            .getCompactData();
    try {
      return packet.putBytes(key.sign(algorithm, data));
    } catch (IOException e) {
      throw new UserAuthException(e.getMessage(), e);
    }
  }
}
