package kit.transport.ssh;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;

/**
 * A certificate that an authority has made for a key.
 *
 * @param blob the certificate, as SSH sends it
 * @param key signs for it
 */
record Certificate(byte[] blob, Signer key) implements Signer {

  private static final String SUFFIX = "-cert-v01@openssh.com";

  /** The certificate if it is for this key. */
  static Optional<Signer> of(byte[] blob, Signer key) {
    try {
      Buffer.PlainBuffer certificate = new Buffer.PlainBuffer(blob);
      Buffer.PlainBuffer plain = new Buffer.PlainBuffer(key.blob());
      String type = plain.readString();
      if (!certificate.readString().equals(type + SUFFIX)) {
        return Optional.empty();
      }
      certificate.readBytes(); // a nonce; behind it comes what a plain key has behind its type
      byte[] fields = plain.getCompactData();
      byte[] rest = certificate.getCompactData();
      boolean same =
          rest.length > fields.length
              && Arrays.equals(rest, 0, fields.length, fields, 0, fields.length);
      return same ? Optional.of(new Certificate(blob, key)) : Optional.empty();
    } catch (Buffer.BufferException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> algorithms() throws IOException {
    return Signer.algorithms(new Buffer.PlainBuffer(blob).readString());
  }

  @Override
  public byte[] sign(String algorithm, byte[] data) throws IOException {
    return key.sign(algorithm.substring(0, algorithm.length() - SUFFIX.length()), data);
  }
}
