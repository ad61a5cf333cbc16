package kit.transport.ssh;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import kit.transport.Channel;
import kit.transport.Connection;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.PTYMode;

/** A connection that has logged in. */
final class SshConnection implements Connection {

  /** Nothing is echoed, and lines end as they do elsewhere. */
  private static final Map<PTYMode, Integer> PLAIN =
      Map.of(PTYMode.ECHO, 0, PTYMode.OPOST, 0, PTYMode.ONLCR, 0);

  private final SSHClient client;
  private final Socket socket;

  SshConnection(SSHClient client, Socket socket) {
    this.client = client;
    this.socket = socket;
  }

  @Override
  public Channel exec(String command, boolean pty) throws IOException {
    ExecSession session = new ExecSession(client.getConnection());
    session.open();
    if (pty) {
      session.allocatePTY("dumb", 80, 24, 0, 0, PLAIN);
    }
    session.start(command);
    return new SshChannel(session);
  }

  /** A TCP connection that the host makes for us. */
  Socket tunnel(String address, int port, Runnable onClose) throws IOException {
    return new Tunnel(client.getConnection(), address, port, onClose);
  }

  @Override
  public boolean alive() {
    return client.getTransport().isRunning() && !socket.isClosed();
  }

  /**
   * Closes the socket and nothing else: a reader still blocked in it when the JVM exits costs 300
   * ms, and a farewell could block on a connection that is dead.
   */
  @Override
  public void close() {
    close(socket);
    client.getConnection().getKeepAlive().interrupt();
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // nothing can be done, and nothing is lost
    }
  }
}
