package kit.transport.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;

/**
 * An SSH server on loopback that has no algorithm in common with anybody. Whoever connects to it
 * does, and loads, all that comes before a login. It serves one caller after the other.
 */
public final class Stranger implements Closeable {

  private static final int NAME_LISTS = 10;
  private static final int PADDING = 8;
  private static final int BLOCK = 8;

  private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

  public Stranger() throws IOException {
    Thread thread = new Thread(this::serve, "kit-stranger");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        OutputStream out = caller.getOutputStream();
        out.write("SSH-2.0-stranger\r\n".getBytes(StandardCharsets.US_ASCII));
        out.write(packet(proposal()));
        out.flush();
        caller.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        // the caller has left, or nobody calls any more
      }
    }
  }

  /** What a server says it can do, as in section 7.1 of RFC 4253. */
  private static byte[] proposal() {
    Buffer.PlainBuffer proposal = new Buffer.PlainBuffer();
    proposal.putByte(Message.KEXINIT.toByte()).putRawBytes(new byte[16]);
    for (int i = 0; i < NAME_LISTS; i++) {
      proposal.putString("none@kit", StandardCharsets.US_ASCII);
    }
    return proposal.putBoolean(false).putUInt32(0).getCompactData();
  }

  /** A packet as in section 6 of RFC 4253, neither encrypted nor compressed. */
  private static byte[] packet(byte[] payload) {
    int padding = PADDING + BLOCK - (4 + 1 + payload.length + PADDING) % BLOCK;
    Buffer.PlainBuffer packet = new Buffer.PlainBuffer();
    packet.putUInt32(1L + payload.length + padding).putByte((byte) padding);
    return packet.putRawBytes(payload).putRawBytes(new byte[padding]).getCompactData();
  }
}
