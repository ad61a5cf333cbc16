package kit.transport.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.channel.ChannelInputStream;
import net.schmizz.sshj.connection.channel.direct.AbstractDirectChannel;

/** A TCP connection that a host on the way makes for us, in the shape of a socket. */
final class Tunnel extends Socket {

  private final Pipe pipe;
  private final Runnable onClose;
  private boolean closed;

  /**
   * @param onClose called once when this is closed
   */
  Tunnel(Connection through, String address, int port, Runnable onClose) throws IOException {
    this.pipe = new Pipe(through, address, port);
    this.onClose = onClose;
    pipe.open();
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public InputStream getInputStream() {
    return pipe.getInputStream();
  }

  @Override
  public OutputStream getOutputStream() {
    return pipe.getOutputStream();
  }

  /** Whoever waits too long closes it; single reads have no limit here. */
  @Override
  public synchronized void setSoTimeout(int millis) {}

  /** Does not wait for the other side. */
  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      try {
        pipe.abandon();
      } finally {
        onClose.run();
      }
    }
  }

  private static final class Pipe extends AbstractDirectChannel {

    private final String address;
    private final int port;
    private final Object receiving = new Object();
    private boolean abandoned;

    Pipe(Connection connection, String address, int port) {
      super(connection, "direct-tcpip");
      this.address = address;
      this.port = port;
    }

    @Override
    protected SSHPacket buildOpenReq() {
      SSHPacket packet = super.buildOpenReq().putString(address).putUInt32(port);
      return packet.putString("127.0.0.1").putUInt32(0);
    }

    void abandon() throws SSHException {
      synchronized (receiving) {
        abandoned = true;
      }
      try {
        if (isOpen()) {
          sendClose();
        }
      } finally {
        ((ChannelInputStream) getInputStream()).eof();
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
}
