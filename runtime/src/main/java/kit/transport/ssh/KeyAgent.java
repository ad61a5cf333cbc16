package kit.transport.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.common.Buffer;

/**
 * ssh's agent: it holds private keys and signs with them. (The protocol is RFC draft
 * miller-ssh-agent.) Asked once for its list. Safe for many threads, one of which talks at a time.
 */
final class KeyAgent {

  private static final int LARGEST_REPLY = 256 * 1024;
  private static final byte REQUEST_IDENTITIES = 11;
  private static final byte IDENTITIES_ANSWER = 12;
  private static final byte SIGN_REQUEST = 13;
  private static final byte SIGN_RESPONSE = 14;

  private final Path socket;
  private SocketChannel channel;
  private List<AgentKey> keys;
  private String trouble = "";

  KeyAgent(Path socket) {
    this.socket = socket;
  }

  /** The keys it holds; none if it cannot be asked. */
  synchronized List<AgentKey> keys() {
    if (keys == null) {
      try {
        keys = list();
      } catch (IOException | RuntimeException e) {
        trouble = "the agent at " + socket + " does not answer";
        keys = List.of();
      }
    }
    return keys;
  }

  /** Why it could not be asked; empty if it could. */
  synchronized String trouble() {
    return trouble;
  }

  private List<AgentKey> list() throws IOException {
    Buffer.PlainBuffer answer = ask(new byte[] {REQUEST_IDENTITIES}, IDENTITIES_ANSWER);
    List<AgentKey> all = new ArrayList<>();
    for (long left = answer.readUInt32(); left > 0; left--) {
      byte[] blob = answer.readBytes();
      all.add(new AgentKey(this, blob, answer.readString()));
    }
    return all;
  }

  /**
   * Signs with one of its keys.
   *
   * @param flags which hash an RSA key uses: 2 is SHA-256, 4 is SHA-512
   * @return name of the algorithm and signature, as SSH sends it
   */
  synchronized byte[] sign(byte[] blob, byte[] data, int flags) throws IOException {
    Buffer.PlainBuffer request = new Buffer.PlainBuffer();
    request.putByte(SIGN_REQUEST).putBytes(blob).putBytes(data).putUInt32(flags);
    return ask(request.getCompactData(), SIGN_RESPONSE).readBytes();
  }

  private Buffer.PlainBuffer ask(byte[] request, byte expected) throws IOException {
    if (channel == null) {
      channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    }
    ByteBuffer out = ByteBuffer.allocate(4 + request.length);
    out.putInt(request.length).put(request).flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
    int length = read(4).getInt();
    if (length < 1 || length > LARGEST_REPLY) {
      throw new IOException("the agent's answer is too long");
    }
    ByteBuffer in = read(length);
    if (in.get() != expected) {
      throw new IOException("the agent refused");
    }
    byte[] rest = new byte[in.remaining()];
    in.get(rest);
    return new Buffer.PlainBuffer(rest);
  }

  private ByteBuffer read(int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(length);
    while (in.hasRemaining()) {
      if (channel.read(in) < 0) {
        throw new EOFException("the agent hung up");
      }
    }
    return in.flip();
  }
}
