package kit.transport.ssh;

import java.nio.charset.StandardCharsets;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.channel.ChannelInputStream;
import net.schmizz.sshj.connection.channel.direct.SessionChannel;
import net.schmizz.sshj.transport.TransportException;

/**
 * A session whose command is sent without waiting for the server's consent, a round trip less, and
 * which can be left without waiting for the other side.
 */
final class ExecSession extends SessionChannel {

  private final Object receiving = new Object();
  private boolean abandoned;

  ExecSession(Connection connection) {
    super(connection, StandardCharsets.UTF_8);
  }

  void start(String command) throws TransportException {
    sendChannelRequest(
        "exec", true, new Buffer.PlainBuffer().putString(command, StandardCharsets.UTF_8));
  }

  /** Says that the channel is closed; whoever reads from it is at the end at once. */
  void abandon() throws TransportException {
    synchronized (receiving) {
      abandoned = true;
    }
    try {
      if (isOpen()) {
        sendClose();
      }
    } finally {
      ((ChannelInputStream) getInputStream()).eof();
      ((ChannelInputStream) getErrorStream()).eof();
    }
  }

  /** What still comes after that is dropped; sshj would give up the whole connection over it. */
  @Override
  protected void receiveInto(ChannelInputStream stream, SSHPacket packet) throws SSHException {
    synchronized (receiving) {
      if (!abandoned) {
        super.receiveInto(stream, packet);
      }
    }
  }
}
