package kit.transport.ssh;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.schmizz.sshj.common.Buffer;

/**
 * A key that an agent holds.
 *
 * @param agent who holds it
 * @param blob its public half, as SSH sends it
 * @param comment what the agent says about it, usually the file it came from
 */
record AgentKey(KeyAgent agent, byte[] blob, String comment) implements Signer {

  private static final int SHA256 = 2;
  private static final int SHA512 = 4;

  @Override
  public List<String> algorithms() throws IOException {
    String type = new Buffer.PlainBuffer(blob).readString();
    return Signer.algorithms(type);
  }

  @Override
  public byte[] sign(String algorithm, byte[] data) throws IOException {
    int flags =
        algorithm.startsWith("rsa-sha2-512")
            ? SHA512
            : algorithm.startsWith("rsa-sha2-256") ? SHA256 : 0;
    return agent.sign(blob, data, flags);
  }

  boolean is(byte[] other) {
    return Arrays.equals(blob, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AgentKey key && is(key.blob);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(blob);
  }
}
